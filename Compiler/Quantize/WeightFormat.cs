using Ganglion.ChipSpec.Arithmetic;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Quantize;

/// <summary>How the synapses of a projection are stored: one synapse configuration of the chip.</summary>
/// <param name="Bits">Stored bits of a weight.</param>
/// <param name="Exponent">Weight exponent.</param>
/// <param name="Sign">Sign mode.</param>
/// <param name="DelayBits">Bits of a delay field; 0 when no synapse is delayed.</param>
internal readonly record struct WeightFormat(int Bits, int Exponent, SignMode Sign, int DelayBits)
{
    /// <summary>Part of <see cref="Exponent"/> that the target applies to the sum of a receptor rather than to every weight.</summary>
    public int SumExponent { get; init; }

    /// <summary>Bits that every synapse takes beside its weight, index and delay because it learns.</summary>
    public int LearningBits { get; init; }

    /// <summary>Whether both signs are held.</summary>
    public bool IsMixed => Sign == SignMode.Mixed;

    /// <summary>Distance of neighbouring mantissas.</summary>
    public int Step => 1 << LoihiWeight.DroppedBits(Bits, IsMixed);

    /// <summary>Smallest and largest mantissa.</summary>
    public (int Smallest, int Largest) MantissaRange => Sign switch
    {
        SignMode.Mixed => (-256, 256 - Step),
        SignMode.Excitatory => (0, 256 - Step),
        _ => (-256 + Step, 0),
    };
}
