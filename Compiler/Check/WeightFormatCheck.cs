using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Check;

/// <summary>Whether the chip can store weights in the format of a projection, and whether weights and neurons are of one kind.</summary>
internal static class WeightFormatCheck
{
    /// <summary>Checks widths and exponent of integer weights.</summary>
    public static void Check(IntegerWeights integers, ChipSpec.Spec.ChipSpec chip, string path, DiagnosticBag diagnostics)
    {
        if (!chip.Synapse.WeightBits.Contains(integers.Bits))
        {
            diagnostics.Report(
                CompilerDiagnostics.WeightFormatNotStorable, path, $"weights of {integers.Bits} bits",
                string.Join(", ", chip.Synapse.WeightBits), "one of these widths");
        }

        if (!chip.Synapse.WeightExponent.Contains(integers.Exponent))
        {
            diagnostics.Report(
                CompilerDiagnostics.WeightFormatNotStorable, path, $"weight exponent {integers.Exponent}",
                chip.Synapse.WeightExponent.ToString());
        }
    }

    /// <summary>Checks that integer weights reach neurons in registers, and physical weights neurons in physical units.</summary>
    public static void CheckSameUnit(Projection projection, NeuronPopulation target, bool hasRegisters, string path, DiagnosticBag diagnostics)
    {
        // Neurons of another family are refused by themselves; their weights need no second word.
        if (projection.Unit is IntegerWeights && target.Neurons is CurrentBasedNeurons)
        {
            diagnostics.Report(
                CompilerDiagnostics.WeightUnitMismatch, path, $"integer weights onto '{target.Name}', whose neurons are in physical units",
                "physical weights", "weights in physical units, or neurons in registers");
        }
        else if (projection.Unit is PhysicalWeights && hasRegisters)
        {
            diagnostics.Report(
                CompilerDiagnostics.WeightUnitMismatch, path, $"physical weights onto '{target.Name}', whose neurons are in registers",
                "integer weights", "integer weights, or neurons in physical units");
        }
    }
}
