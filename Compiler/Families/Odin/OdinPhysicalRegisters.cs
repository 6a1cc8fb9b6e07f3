using Ganglion.Compiler.Check;
using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Quantize;
using Ganglion.Compiler.Reports;

namespace Ganglion.Compiler.Families.Odin;

/// <summary>Registers of integrate-and-fire neurons that are given in physical units.</summary>
/// <remarks>
/// With the scale s in units of potential on the chip per unit in the network, and potentials counted from the reset value r:
/// <code>
/// threshold = ⌊s·(Threshold − r)⌋ + 1    the network fires above its threshold, the chip at its own
/// leak      = round(−s·Bias)             one time reference in every timestep
/// v         = round(s·(v − r))           not below 0
/// </code>
/// </remarks>
internal static class OdinPhysicalRegisters
{
    // A threshold that is a whole number but for its rounding is that number.
    private const double Rounding = 1e-9;

    /// <summary>Lowers the parameters of a population.</summary>
    public static (OdinNeurons Registers, PopulationQuantization Loss) Lower(
        NeuronPopulation population, double scale, ChipSpec.Spec.ChipSpec chip, DiagnosticBag diagnostics)
    {
        var neurons = (CurrentBasedNeurons)population.Neurons;
        string path = $"population '{population.Name}'";
        int rows = PhysicalRegisters.Rows(neurons);
        int[] threshold = new int[rows];
        int[] leak = new int[rows];
        int[] potential = new int[rows];
        int negativeThresholds = 0;
        int clippedPotentials = 0;
        double biasError = 0;
        for (int i = 0; i < rows; i++)
        {
            double exact = PhysicalRegisters.RelativeThreshold(neurons, i) * scale;
            negativeThresholds += exact < 0 ? 1 : 0;
            threshold[i] = (int)Math.Clamp(Math.Floor(exact + (Rounding * Math.Max(1, exact))) + 1, 1, OdinLimits.Threshold(chip).Max);

            double exactLeak = -neurons.Bias.At(i) * scale;
            leak[i] = (int)Math.Clamp(Math.Round(exactLeak), 0, OdinLimits.Leak(chip).Max);
            biasError = Math.Max(biasError, Math.Abs(leak[i] - exactLeak) / scale);

            double exactPotential = Math.Round(PhysicalRegisters.RelativePotential(neurons, i) * scale);
            potential[i] = (int)Math.Clamp(exactPotential, 0, OdinLimits.Potential.Max);
            clippedPotentials += potential[i] == exactPotential ? 0 : 1;
        }

        if (negativeThresholds > 0)
        {
            diagnostics.Report(
                CompilerDiagnostics.NegativeThreshold, path, $"{negativeThresholds} thresholds below the reset value", "thresholds at or above the reset value");
        }

        if (clippedPotentials > 0)
        {
            diagnostics.Report(CompilerDiagnostics.InitialStateOutOfRange, path, $"{clippedPotentials} initial potentials clipped", null, "initial potentials from the reset value up");
        }

        return (
            new OdinNeurons { Threshold = threshold, Leak = leak, InitialPotential = potential },
            new PopulationQuantization { Name = population.Name, Scale = scale, BiasError = biasError });
    }
}
