using Ganglion.ChipSpec.Spec;

namespace Ganglion.Compiler.Families.TrueNorth;

/// <summary>Ranges of a chip's registers.</summary>
internal static class TrueNorthRanges
{
    /// <summary>Compartments of a core where the chip does not say, and at most: with the slots of the scheduler they are numbered in 16 bits.</summary>
    private const int UsualCompartments = 256;

    /// <summary>Compartments of a core.</summary>
    public static int Compartments(ChipSpec.Spec.ChipSpec chip) => Math.Min(chip.Core.Compartments ?? UsualCompartments, UsualCompartments);

    /// <summary>Weights of an axon type; what an image holds where the chip does not say.</summary>
    public static IntegerRange Weights(ChipSpec.Spec.ChipSpec chip) => chip.Synapse.Weights ?? new IntegerRange(short.MinValue, short.MaxValue);

    /// <summary>Leak; none where the chip does not say.</summary>
    public static IntegerRange Leak(ChipSpec.Spec.ChipSpec chip) => chip.Compartment.Leak ?? default;

    /// <summary>Threshold.</summary>
    public static IntegerRange Threshold(ChipSpec.Spec.ChipSpec chip) => chip.Compartment.ThresholdMantissa;

    /// <summary>Negative threshold, as wide as the threshold: down to its largest value.</summary>
    public static IntegerRange NegativeThreshold(ChipSpec.Spec.ChipSpec chip) =>
        new(-chip.Compartment.ThresholdMantissa.Max, -chip.Compartment.ThresholdMantissa.Min);

    /// <summary>Membrane potential.</summary>
    public static IntegerRange Potential(ChipSpec.Spec.ChipSpec chip)
    {
        long limit = 1L << (chip.Compartment.PotentialBits - 1);
        return new IntegerRange((int)-limit, (int)(limit - 1));
    }
}
