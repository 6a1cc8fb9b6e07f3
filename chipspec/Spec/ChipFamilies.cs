namespace Ganglion.ChipSpec.Spec;

/// <summary>Arithmetic families that a chip can belong to; see <see cref="ChipSpec.Family"/>.</summary>
public static class ChipFamilies
{
    /// <summary>Current-based leaky integrate-and-fire compartments, weights with mantissa and exponent, dendritic delays.</summary>
    public const string Loihi = "loihi";

    /// <summary>All families.</summary>
    public static IReadOnlyList<string> Names { get; } = [Loihi];
}
