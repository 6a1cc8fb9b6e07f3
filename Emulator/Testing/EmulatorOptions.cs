using Ganglion.Emulator.Faults;

namespace Ganglion.Testing;

/// <summary>How an emulator runs in a test.</summary>
public sealed record EmulatorOptions
{
    /// <summary>Name of a preset, the chip that the network is compiled for.</summary>
    public string Chip { get; init; } = "loihi1";

    /// <summary>Seed of all random draws.</summary>
    public ulong Seed { get; init; }

    /// <summary>Worker threads, at least 1; any number gives the same spikes.</summary>
    public int Workers { get; init; } = 1;

    /// <summary>Faults to inject; <see langword="null"/> for none.</summary>
    public FaultPlan? Faults { get; init; }

    /// <summary>
    /// Folder for what a failed assertion leaves: the recorded run, the image, a manifest and the last spikes; <see langword="null"/> leaves nothing.
    /// </summary>
    public string? Artifacts { get; init; }
}
