namespace Ganglion.Compiler;

/// <summary>What the user leaves to, or takes from, the compiler.</summary>
public sealed record CompilerOptions
{
    /// <summary>Stored bits of weights given in physical units; <see langword="null"/> takes the widest that the chip offers.</summary>
    public int? WeightBits { get; init; }

    /// <summary>
    /// Cores that a network is spread over at least, where the chip does not limit the compartments of a core, at least 1.
    /// Several workers need several cores; networks too small to gain from it use fewer.
    /// </summary>
    public int MinimumCores { get; init; } = 4;

    /// <summary>Seed of a random placement, for comparison; <see langword="null"/> places row by row. Placement never changes a spike.</summary>
    public ulong? PlacementSeed { get; init; }
}
