namespace Ganglion.ChipSpec.Learning;

/// <summary>How the spikes of a third factor act on a trace of the target neurons.</summary>
public enum ThirdFactorMode
{
    /// <summary>Nobody drives the trace but the target's own spikes.</summary>
    None,

    /// <summary>In every timestep the trace is what arrives in it, 0 without a spike.</summary>
    Level,

    /// <summary>What arrives is added to the trace, which decays.</summary>
    Impulse,
}
