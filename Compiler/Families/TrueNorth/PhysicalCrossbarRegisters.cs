using Ganglion.ChipSpec.Spec;
using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Quantize;
using Ganglion.Compiler.Reports;

namespace Ganglion.Compiler.Families.TrueNorth;

/// <summary>Registers of integrate-and-fire neurons that are given in physical units.</summary>
/// <remarks>
/// With the scale s, and potentials counted from the reset value r:
/// <code>
/// α = floor(s·(Threshold − r)) + 1     since v &gt; Threshold fires, and V ≥ α does
/// λ = round(s·Bias)
/// N = the lowest that the chip has, where the potential stays if the chip can do so
/// </code>
/// A subtractive reset takes α from the potential rather than s·(Threshold − r), which is up to one unit too much.
/// </remarks>
internal static class PhysicalCrossbarRegisters
{
    private const int Subtract = 1;
    private const double WarnedThresholdError = 0.01;

    /// <summary>A product this near a whole number is one: the scale is a quotient.</summary>
    private const double Nearness = 1e-9;

    /// <summary>Lowers a population.</summary>
    /// <param name="population">The population.</param>
    /// <param name="bases"><c>[neuron][type]</c>.</param>
    /// <param name="scale">Units per unit of potential.</param>
    /// <param name="chip">The chip.</param>
    /// <param name="diagnostics">Receives what is lost.</param>
    public static (CrossbarRegisters Registers, PopulationQuantization Loss) Lower(
        NeuronPopulation population, double[][] bases, double scale, ChipSpec.Spec.ChipSpec chip, DiagnosticBag diagnostics)
    {
        var neurons = (CurrentBasedNeurons)population.Neurons;
        bool subtracts = neurons.ResetMode == Networks.ResetMode.Subtract;
        int rows = PhysicalRegisters.Rows(neurons);
        int[] threshold = new int[rows];
        int[] leak = new int[rows];
        int[] potential = new int[rows];
        double thresholdError = 0;
        double biasError = 0;
        int negative = 0;
        for (int i = 0; i < rows; i++)
        {
            double exact = Whole(PhysicalRegisters.RelativeThreshold(neurons, i) * scale);
            negative += exact < 0 ? 1 : 0;
            threshold[i] = Clamp(Math.Floor(exact) + 1, TrueNorthRanges.Threshold(chip));
            double reached = subtracts ? threshold[i] : Math.Floor(exact);
            thresholdError = exact > 0 ? Math.Max(thresholdError, Math.Abs((reached / exact) - 1)) : thresholdError;

            double bias = PhysicalRegisters.FoldedBias(neurons, i);
            leak[i] = Clamp(Math.Round(bias * scale), TrueNorthRanges.Leak(chip));
            biasError = Math.Max(biasError, Math.Abs((leak[i] / scale) - bias));
            potential[i] = Clamp(Math.Round(PhysicalRegisters.RelativePotential(neurons, i) * scale), TrueNorthRanges.Potential(chip));
        }

        Report(population.Name, negative, thresholdError, diagnostics);
        CrossbarRegisters registers = new()
        {
            Weights = [.. Enumerable.Range(0, WeightFit.Types).Select(type => (IReadOnlyList<int>)[.. bases.Select(row => (int)Math.Round(row[type] * scale))])],
            Threshold = threshold,
            Leak = leak,
            Potential = potential,
            ResetMode = [subtracts ? Subtract : 0],
            NegativeThreshold = [TrueNorthRanges.NegativeThreshold(chip).Min],
            NegativeSaturates = [chip.Compartment.Modes.Contains(TrueNorthModes.NegativeSaturation) ? 1 : 0],
        };
        return (registers, new PopulationQuantization { Name = population.Name, Scale = scale, ThresholdError = thresholdError, BiasError = biasError });
    }

    private static void Report(string population, int negative, double thresholdError, DiagnosticBag diagnostics)
    {
        string path = $"population '{population}'";
        if (negative > 0)
        {
            diagnostics.Report(
                CompilerDiagnostics.NegativeThreshold, path, $"{negative} thresholds below the reset value", "thresholds at or above the reset value");
        }

        if (thresholdError > WarnedThresholdError)
        {
            diagnostics.Report(CompilerDiagnostics.ThresholdRounded, path, $"a threshold is off by {thresholdError:P1}", $"{WarnedThresholdError:P0}", "smaller weights");
        }
    }

    private static double Whole(double value)
    {
        double rounded = Math.Round(value);
        return Math.Abs(value - rounded) <= Nearness * Math.Max(1, Math.Abs(value)) ? rounded : value;
    }

    private static int Clamp(double value, IntegerRange range) => (int)Math.Clamp(value, range.Min, range.Max);
}
