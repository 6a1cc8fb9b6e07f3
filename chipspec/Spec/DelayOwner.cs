namespace Ganglion.ChipSpec.Spec;

/// <summary>What a delay belongs to.</summary>
public enum DelayOwner
{
    /// <summary>Every synapse has its own.</summary>
    Synapse,

    /// <summary>All synapses of a source neuron have the same.</summary>
    Axon,
}
