namespace Ganglion.ChipSpec.Spec;

/// <summary>What a price covers.</summary>
public enum CostScope
{
    /// <summary>One term of a sum; the others are priced apart.</summary>
    PerTerm,

    /// <summary>Everything that happens per event at one operating point; adding other terms would count twice.</summary>
    AllIn,
}
