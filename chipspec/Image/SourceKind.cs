namespace Ganglion.ChipSpec.Image;

/// <summary>Where the spikes of a source come from.</summary>
public enum SourceKind
{
    /// <summary>From outside, while the machine runs.</summary>
    External = 0,

    /// <summary>From a list in the image.</summary>
    List = 1,

    /// <summary>Drawn in every timestep with a given probability.</summary>
    Poisson = 2,
}
