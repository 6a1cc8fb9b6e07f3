using Ganglion.CommandLine.Input;
using Ganglion.Compiler;
using Ganglion.Compiler.Import.Nir;

namespace Ganglion.CommandLine.Emulation;

/// <summary>What a user wants to run.</summary>
internal sealed record RunRequest
{
    /// <summary>Path of a network or a chip image.</summary>
    public required string Path { get; init; }

    /// <summary>Preset or file of the chip, or <c>none</c>; without meaning for an image.</summary>
    public required string Chip { get; init; }

    /// <summary>What a network file leaves open.</summary>
    public NirOptions NetworkOptions { get; init; } = new();

    /// <summary>Choices for the compiler.</summary>
    public CompilerOptions CompilerOptions { get; init; } = new();

    /// <summary>Samples to calibrate with; <see langword="null"/> without.</summary>
    public CalibrationRequest? Calibration { get; init; }

    /// <summary>How often neurons fire; <see langword="null"/> when the user does not say.</summary>
    public ActivityChoice? Activity { get; init; }

    /// <summary>Seed of every random draw.</summary>
    public ulong Seed { get; init; }

    /// <summary>Workers; <see langword="null"/> leaves it to the program.</summary>
    public int? Threads { get; init; }

    /// <summary>Name of the price table; <see langword="null"/> takes the chip's first.</summary>
    public string? Prices { get; init; }

    /// <summary>Whether a refusal also says what would help.</summary>
    public bool SeeksRemedies { get; init; } = true;
}
