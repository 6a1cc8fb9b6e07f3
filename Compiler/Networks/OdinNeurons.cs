namespace Ganglion.Compiler.Networks;

/// <summary>Leaky integrate-and-fire neurons of ODIN, given as register values.</summary>
/// <remarks>
/// A neuron is updated by every event that reaches it, and fires when its potential is at or above the threshold. The sign of a synapse is
/// that of its source: all weights from one neuron are 0 to 7, or all are −7 to 0. Semantics: docs/chips/odin.md.
/// </remarks>
public sealed record OdinNeurons : NeuronParameters
{
    /// <summary>What a time reference takes from the potential, 0 to 127.</summary>
    public IReadOnlyList<int> Leak { get; init; } = [0];

    /// <summary>Threshold, 0 to 255; with 0 every event makes the neuron fire.</summary>
    public IReadOnlyList<int> Threshold { get; init; } = [255];

    /// <summary>1 for neurons whose incoming synapses learn, by their calcium; otherwise 0.</summary>
    public IReadOnlyList<int> CalciumEnabled { get; init; } = [0];

    /// <summary>Potential at and above which synapses grow, and below which they shrink, 0 to 255.</summary>
    public IReadOnlyList<int> LearningPotential { get; init; } = [0];

    /// <summary>Calcium from which synapses learn, 0 to 7.</summary>
    public IReadOnlyList<int> CalciumLow { get; init; } = [0];

    /// <summary>Calcium below which synapses can shrink, 0 to 7.</summary>
    public IReadOnlyList<int> CalciumMiddle { get; init; } = [0];

    /// <summary>Calcium below which synapses can grow, 0 to 7.</summary>
    public IReadOnlyList<int> CalciumHigh { get; init; } = [0];

    /// <summary>Time references from one leak of calcium to the next, 0 to 31; never with 0.</summary>
    public IReadOnlyList<int> CalciumPeriod { get; init; } = [0];

    /// <summary>1 for neurons whose spikes nobody is told of, otherwise 0.</summary>
    public IReadOnlyList<int> Disabled { get; init; } = [0];

    /// <summary>Potential before the first timestep, 0 to 255.</summary>
    public IReadOnlyList<int> InitialPotential { get; init; } = [0];

    /// <summary>Calcium before the first timestep, 0 to 7.</summary>
    public IReadOnlyList<int> InitialCalcium { get; init; } = [0];

    /// <summary>Timesteps from one time reference for all neurons to the next, 1 to 65,535; 0 for none. The same for all populations.</summary>
    public int TimeReferencePeriod { get; init; } = 1;

    /// <summary>Whether synapses that the network does not have learn too. The same for all populations.</summary>
    public bool UpdateUnmapped { get; init; }

    /// <summary>Whether the weights of synapses that the network does not have act. The same for all populations.</summary>
    public bool PropagateUnmapped { get; init; }
}
