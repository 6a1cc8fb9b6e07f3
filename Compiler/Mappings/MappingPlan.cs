using Ganglion.ChipSpec.Diagnostics;

namespace Ganglion.Compiler.Mappings;

/// <summary>What the user decides about where neurons go; the compiler decides the rest.</summary>
/// <remarks>A core that is named holds what the plan puts there and nothing else. Neurons that it does not name go to other cores.</remarks>
public sealed record MappingPlan
{
    /// <summary>Hash of the network that the plan was made for; <see langword="null"/> when not stated.</summary>
    public string? NetworkHash { get; init; }

    /// <summary>Name of the chip that the plan was made for; <see langword="null"/> when not stated.</summary>
    public string? Chip { get; init; }

    /// <summary>Neurons with their cores; those of one core take compartments in this order.</summary>
    public IReadOnlyList<PlannedNeurons> Neurons { get; init; } = [];

    /// <summary>Populations that are divided evenly over given cores, behind what <see cref="Neurons"/> puts there.</summary>
    public IReadOnlyList<PlannedPopulation> Pinned { get; init; } = [];

    /// <summary>Cores that are left alone, such as broken ones.</summary>
    public IReadOnlyList<int> Forbidden { get; init; } = [];

    /// <summary>Where the plan stands.</summary>
    public SourceLocation Location { get; init; } = new(Path: "mapping plan");
}
