namespace Ganglion.Compiler.Networks;

/// <summary>Neurons of TrueNorth and of chips that follow it, given as register values.</summary>
/// <remarks>
/// A synapse is a connection; what it adds is the weight that its target gives to the type of its axon. A projection onto such neurons
/// therefore has integer weights each of which is one of the four of its target, and the compiler finds the types. Semantics:
/// docs/chips/truenorth.md; Cassidy et al. 2013, IJCNN. Every list holds one value per neuron, or a single value for all.
/// </remarks>
public sealed record TrueNorthNeurons : NeuronParameters
{
    /// <summary>Weight of axon type 0: −256 to 255 on TrueNorth.</summary>
    public IReadOnlyList<int> Weight0 { get; init; } = [1];

    /// <summary>Weight of axon type 1.</summary>
    public IReadOnlyList<int> Weight1 { get; init; } = [-1];

    /// <summary>Weight of axon type 2.</summary>
    public IReadOnlyList<int> Weight2 { get; init; } = [0];

    /// <summary>Weight of axon type 3.</summary>
    public IReadOnlyList<int> Weight3 { get; init; } = [0];

    /// <summary>Bit G is set where a spike of type G adds the sign of its weight s with probability (|s| + 1)/256; 0 to 15.</summary>
    public IReadOnlyList<int> StochasticTypes { get; init; } = [0];

    /// <summary>Leak λ, added in every timestep: −255 to 255 on TrueNorth.</summary>
    public IReadOnlyList<int> Leak { get; init; } = [0];

    /// <summary>1 where the leak adds its sign with probability (|λ| + 1)/256.</summary>
    public IReadOnlyList<int> StochasticLeak { get; init; } = [0];

    /// <summary>1 where the leak is multiplied by the sign of the potential.</summary>
    public IReadOnlyList<int> LeakReversal { get; init; } = [0];

    /// <summary>Threshold α; the neuron fires at V ≥ α: 0 to 262,143 on TrueNorth.</summary>
    public IReadOnlyList<int> Threshold { get; init; } = [1];

    /// <summary>Mask M of a random number that the thresholds gain in every timestep; 0 to 262,143.</summary>
    public IReadOnlyList<int> ThresholdMask { get; init; } = [0];

    /// <summary>Negative threshold N = −β, passed at V &lt; N: −262,143 to 0 on TrueNorth.</summary>
    public IReadOnlyList<int> NegativeThreshold { get; init; } = [-262_143];

    /// <summary>1 where the negative threshold is reached by equality (RANC).</summary>
    public IReadOnlyList<int> NegativeInclusive { get; init; } = [0];

    /// <summary>κ: 1 where the potential stays at the negative threshold, 0 where it is reset.</summary>
    public IReadOnlyList<int> NegativeSaturates { get; init; } = [0];

    /// <summary>Reset value R; −R at the negative threshold.</summary>
    public IReadOnlyList<int> Reset { get; init; } = [0];

    /// <summary>γ: 0 resets to the value, 1 subtracts the threshold, 2 leaves the potential.</summary>
    public IReadOnlyList<int> ResetMode { get; init; } = [0];

    /// <summary>Membrane potential before the first timestep.</summary>
    public IReadOnlyList<int> InitialPotential { get; init; } = [0];
}
