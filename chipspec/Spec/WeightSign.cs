namespace Ganglion.ChipSpec.Spec;

/// <summary>What decides the sign of a weight.</summary>
public enum WeightSign
{
    /// <summary>Every synapse has its own.</summary>
    PerSynapse,

    /// <summary>All synapses of a source neuron have the same.</summary>
    PerSource,
}
