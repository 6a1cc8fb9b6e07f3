using Ganglion.ChipSpec.Image;

namespace Ganglion.Compiler.Networks;

/// <summary>Synapses from one population to another.</summary>
public sealed record Projection
{
    /// <summary>Name, unique in its network.</summary>
    public required string Name { get; init; }

    /// <summary>Name of the source population.</summary>
    public required string Source { get; init; }

    /// <summary>Name of the target population.</summary>
    public required string Target { get; init; }

    /// <summary>Which neurons are connected, with which weights and delays.</summary>
    public required Connectivity Connectivity { get; init; }

    /// <summary>What the weights mean.</summary>
    public WeightUnit Unit { get; init; } = WeightUnit.Physical;

    /// <summary>Receptor of the target neurons that the synapses feed: 0, or above where the neuron model has several.</summary>
    public int Receptor { get; init; }

    /// <summary>How the synapses learn; <see langword="null"/> when they do not.</summary>
    public Plasticity? Plasticity { get; init; }

    /// <summary>Which trace of the target neurons the spikes drive, in place of the membrane; <see langword="null"/> for ordinary synapses.</summary>
    public ThirdFactor? ThirdFactor { get; init; }

    /// <summary>How the chip shall hold the synapses, which selects their price; <see langword="null"/> leaves it to the compiler.</summary>
    public RowForm? Encoding { get; init; }
}
