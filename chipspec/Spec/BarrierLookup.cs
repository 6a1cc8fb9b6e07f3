namespace Ganglion.ChipSpec.Spec;

/// <summary>Which entry of a barrier table stands for a number of tiles that is not listed.</summary>
public enum BarrierLookup
{
    /// <summary>The entry with the largest number of tiles that is not above; the first entry below the first.</summary>
    Lower,

    /// <summary>The entry with the smallest number of tiles that is not below, an upper bound; none above the last.</summary>
    Upper,
}
