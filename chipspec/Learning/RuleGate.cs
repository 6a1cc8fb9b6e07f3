namespace Ganglion.ChipSpec.Learning;

/// <summary>When a product acts.</summary>
public enum RuleGate
{
    /// <summary>In epochs in which the source neuron fired (<c>x0</c>); traces count at its last spike.</summary>
    SourceSpike,

    /// <summary>In epochs in which the target neuron fired (<c>y0</c>); traces count at its last spike.</summary>
    TargetSpike,

    /// <summary>In every 2^k-th epoch (<c>u0</c> to <c>u9</c>); traces count at the end of the epoch.</summary>
    Epoch,
}
