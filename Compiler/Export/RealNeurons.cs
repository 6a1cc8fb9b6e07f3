using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Export;

/// <summary>Registers of Loihi 1 as the real numbers that they stand for.</summary>
internal static class RealNeurons
{
    private const double DecayUnit = 4096;
    private const int RegisterShift = 6;

    /// <summary>The neurons without rounding, wrapping and clipping.</summary>
    public static CurrentBasedNeurons Of(LoihiNeurons registers) => new()
    {
        CurrentDecay = [.. registers.CurrentDecay.Select(Kept)],
        PotentialDecay = [.. registers.PotentialDecay.Select(Kept)],
        Threshold = [.. registers.ThresholdMantissa.Select(m => Math.ScaleB(m, RegisterShift))],
        Bias =
        [
            .. Enumerable.Range(0, Math.Max(registers.BiasMantissa.Count, registers.BiasExponent.Count)).Select(i => Math.ScaleB(
                registers.BiasMantissa[registers.BiasMantissa.Count == 1 ? 0 : i], registers.BiasExponent[registers.BiasExponent.Count == 1 ? 0 : i])),
        ],
        Refractory = registers.Refractory,
        InitialPotential = [.. registers.InitialPotential.Select(v => (double)v)],
    };

    /// <summary>What a unit of a projection's weights is worth.</summary>
    public static double ScaleOf(WeightUnit unit) => unit is IntegerWeights integers ? Math.ScaleB(1, integers.Exponent + RegisterShift) : 1;

    private static double Kept(int decay) => (DecayUnit - decay) / DecayUnit;
}
