using Ganglion.Compiler.Check;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Quantize;

/// <summary>Registers that the user gave, expanded from mantissas and exponents.</summary>
internal static class GivenRegisters
{
    private const int ThresholdShift = 6;

    public static LifRegisters Lower(LoihiNeurons given) => new()
    {
        CurrentDecay = [.. given.CurrentDecay],
        PotentialDecay = [.. given.PotentialDecay],
        Threshold = [.. given.ThresholdMantissa.Select(m => m << ThresholdShift)],
        Bias = Biases(given),
        Refractory = [.. given.Refractory],
        MinimumPotential = [.. given.MinimumExponent.Select(e => -(1 << e) + 1)],
        MaximumPotential = [.. given.MaximumExponent.Select(e => (1 << (9 + (2 * e))) - 1)],
        Current = [.. given.InitialCurrent],
        Potential = [.. given.InitialPotential],
    };

    private static int[] Biases(LoihiNeurons given)
    {
        int[] biases = new int[Math.Max(given.BiasMantissa.Count, given.BiasExponent.Count)];
        for (int i = 0; i < biases.Length; i++)
        {
            biases[i] = given.BiasMantissa.At(i) << given.BiasExponent.At(i);
        }

        return biases;
    }
}
