namespace Ganglion.CommandLine.Learn;

/// <summary>What all tasks take.</summary>
internal sealed record LearnSettings
{
    /// <summary>Preset or file of the chip.</summary>
    public required string Chip { get; init; }

    /// <summary>Seed of the first run; the next run has the next.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Workers.</summary>
    public required int Threads { get; init; }
}
