namespace Ganglion.ChipSpec.Learning;

/// <summary>What a learning rule can read.</summary>
/// <remarks>Names follow Davies et al. 2018, IEEE Micro 38(1), p. 91.</remarks>
public enum RuleVariable
{
    /// <summary>1 if the source neuron fired in the learning epoch, otherwise 0.</summary>
    X0,

    /// <summary>First trace of the source neuron's spikes, 0 to 127.</summary>
    X1,

    /// <summary>Second trace of the source neuron's spikes, 0 to 127.</summary>
    X2,

    /// <summary>1 if the target neuron fired in the learning epoch, otherwise 0.</summary>
    Y0,

    /// <summary>First trace of the target neuron's spikes, 0 to 127.</summary>
    Y1,

    /// <summary>Second trace of the target neuron's spikes, or a third factor, 0 to 127.</summary>
    Y2,

    /// <summary>Third trace of the target neuron's spikes, or a third factor, 0 to 127.</summary>
    Y3,

    /// <summary>Weight of the synapse, −256 to 255.</summary>
    Weight,

    /// <summary>Delay variable of the synapse, 0 to 255.</summary>
    Delay,

    /// <summary>Tag of the synapse, −257 to 255.</summary>
    Tag,
}
