namespace Ganglion.ChipSpec.Spec;

/// <summary>Arithmetic families that a chip can belong to; see <see cref="ChipSpec.Family"/>.</summary>
public static class ChipFamilies
{
    /// <summary>Current-based leaky integrate-and-fire compartments, weights with mantissa and exponent, dendritic delays.</summary>
    public const string Loihi = "loihi";

    /// <summary>Binary crossbars with four axon types, 20-bit potentials, axonal delays.</summary>
    public const string TrueNorth = "truenorth";

    /// <summary>Saturating 16-bit states with bit-shift decay and several spikes per timestep.</summary>
    public const string Xylo = "xylo";

    /// <summary>Event-driven neurons with 8-bit potentials, and spike-driven synaptic plasticity.</summary>
    public const string Odin = "odin";

    /// <summary>All families.</summary>
    public static IReadOnlyList<string> Names { get; } = [Loihi, TrueNorth, Xylo, Odin];
}
