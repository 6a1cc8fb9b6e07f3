namespace Ganglion.ChipSpec.Learning;

/// <summary>Which weights learning can reach.</summary>
public enum PlasticSign
{
    /// <summary>−256 to 255.</summary>
    Mixed,

    /// <summary>0 to 255.</summary>
    Excitatory,

    /// <summary>−255 to 0.</summary>
    Inhibitory,
}
