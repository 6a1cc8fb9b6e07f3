using Ganglion.ChipSpec.Spec;

namespace Ganglion.Compiler.Families.Odin;

/// <summary>What a chip of the family allows, as far as the family's registers hold it.</summary>
internal static class OdinLimits
{
    private const int AddressableSlots = 256;
    private const int LargestOctet = 255;

    /// <summary>Neuron slots of the core.</summary>
    public static int Slots(ChipSpec.Spec.ChipSpec chip) => Math.Min(chip.Core.Compartments ?? AddressableSlots, AddressableSlots);

    /// <summary>Weights with the sign of their source.</summary>
    public static IntegerRange Weights(ChipSpec.Spec.ChipSpec chip) => Within(chip.Synapse.Weights!.Value, new IntegerRange(-7, 7));

    /// <summary>Leak of a time reference.</summary>
    public static IntegerRange Leak(ChipSpec.Spec.ChipSpec chip) => Within(chip.Compartment.Leak!.Value, new IntegerRange(0, 127));

    /// <summary>Thresholds.</summary>
    public static IntegerRange Threshold(ChipSpec.Spec.ChipSpec chip) => Within(chip.Compartment.ThresholdMantissa, Potential);

    /// <summary>Potentials.</summary>
    public static IntegerRange Potential { get; } = new(0, LargestOctet);

    private static IntegerRange Within(IntegerRange range, IntegerRange registers) =>
        new(Math.Clamp(range.Min, registers.Min, registers.Max), Math.Clamp(range.Max, registers.Min, registers.Max));
}
