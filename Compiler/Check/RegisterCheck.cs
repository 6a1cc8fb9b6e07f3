using Ganglion.ChipSpec.Spec;
using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Check;

/// <summary>Whether register values fit the chip's registers.</summary>
internal static class RegisterCheck
{
    private const int LargestMinimumExponent = 23;
    private const int LargestMaximumExponent = 7;

    public static void Check(LoihiNeurons neurons, ChipSpec.Spec.ChipSpec chip, string path, DiagnosticBag diagnostics)
    {
        CompartmentFormat format = chip.Compartment;
        IntegerRange decay = new(0, 1 << format.DecayBits!.Value);
        CheckRange("current decay", neurons.CurrentDecay, decay);
        CheckRange("potential decay", neurons.PotentialDecay, decay);
        CheckRange("threshold mantissa", neurons.ThresholdMantissa, format.ThresholdMantissa);
        CheckRange("bias mantissa", neurons.BiasMantissa, format.BiasMantissa!.Value);
        CheckRange("bias exponent", neurons.BiasExponent, format.BiasExponent);
        CheckRange("minimum exponent", neurons.MinimumExponent, new IntegerRange(0, LargestMinimumExponent));
        CheckRange("maximum exponent", neurons.MaximumExponent, new IntegerRange(0, LargestMaximumExponent));
        CheckRange("initial current", neurons.InitialCurrent, Signed(format.CurrentBits!.Value));
        CheckRange("initial potential", neurons.InitialPotential, Signed(format.PotentialBits));

        ParameterLists.CheckEach(
            "refractory period", neurons.Refractory, format.Refractory.Contains, $"{format.Refractory} timesteps",
            CompilerDiagnostics.RefractoryOutOfRange, path, diagnostics);

        void CheckRange(string name, IReadOnlyList<int> values, IntegerRange range) => ParameterLists.CheckEach(
            name, values, range.Contains, range.ToString(), CompilerDiagnostics.RegisterOutOfRange, path, diagnostics);
    }

    private static IntegerRange Signed(int bits) => new(-(1 << (bits - 1)), (1 << (bits - 1)) - 1);
}
