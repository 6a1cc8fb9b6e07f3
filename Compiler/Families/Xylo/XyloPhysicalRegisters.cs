using Ganglion.ChipSpec.Spec;
using Ganglion.Compiler.Check;
using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Reports;

namespace Ganglion.Compiler.Families.Xylo;

/// <summary>Registers of neurons that are given in physical units.</summary>
/// <remarks>
/// With the scale s in units of the chip's states per unit of potential:
/// <code>
/// dash      = round(log2(1 / (1 − decay)))      at least 1 for a synapse state, which otherwise is empty before it acts
/// weight    = s·weight·gain                     the chip's sum over all timesteps is that of the network, s times
/// threshold = floor(s·Threshold) + 1            the chip fires at the threshold, the network above it
/// bias      = round(s·Bias)
/// </code>
/// </remarks>
internal static class XyloPhysicalRegisters
{
    private const int SmallestSynapseDash = 1;
    private const double WarnedThresholdError = 0.01;

    // Half of the way to the next dash is a third of what is lost per timestep; what is below this may be called equal.
    private const double WarnedDecayError = 0.01;

    /// <summary>Units of potential that one unit of weight adds to a synapse state, one per neuron or one for all.</summary>
    public static double[] Gains(CurrentBasedNeurons neurons)
    {
        int rows = Math.Max(neurons.CurrentDecay.Count, Math.Max(neurons.CurrentGain.Count, neurons.InputGain.Count));
        double[] gains = new double[rows];
        for (int i = 0; i < rows; i++)
        {
            double kept = neurons.CurrentDecay.At(i);
            double lost = Math.ScaleB(1, -SynapseDash(kept));
            double chargeRatio = kept < 1 ? lost / ((1 - kept) * (1 - lost)) : 1 / (1 - lost);
            gains[i] = neurons.CurrentGain.At(i) * neurons.InputGain.At(i) * chargeRatio;
        }

        return gains;
    }

    /// <summary>Dash of a synapse state that keeps a fraction of itself.</summary>
    public static int SynapseDash(double kept) => Math.Max(Dash(kept), SmallestSynapseDash);

    /// <summary>Dash of a state that keeps a fraction of itself.</summary>
    public static int Dash(double kept)
    {
        const int largest = 15;
        return kept >= 1 ? largest : (int)Math.Clamp(Math.Round(-Math.Log2(1 - kept)), 0, largest);
    }

    /// <summary>Lowers the parameters of a population.</summary>
    public static (XyloRegisters Registers, PopulationQuantization Loss) Lower(
        NeuronPopulation population, double scale, ChipSpec.Spec.ChipSpec chip, DiagnosticBag diagnostics)
    {
        var neurons = (CurrentBasedNeurons)population.Neurons;
        string path = $"population '{population.Name}'";
        IntegerRange thresholds = chip.Compartment.ThresholdMantissa;
        IntegerRange biases = chip.Compartment.BiasMantissa!.Value;
        int[] threshold = [.. neurons.Threshold.Select(t => (int)Math.Clamp(Math.Floor(t * scale) + 1, thresholds.Min, thresholds.Max))];
        int[] bias = [.. neurons.Bias.Select(b => (int)Math.Clamp(Math.Round(b * scale), biases.Min, biases.Max))];
        double thresholdError = threshold.Zip(neurons.Threshold, (chosen, exact) => Math.Abs((chosen / (exact * scale)) - 1)).Max();
        double biasError = bias.Zip(neurons.Bias, (chosen, exact) => Math.Abs((chosen / scale) - exact)).Max();
        if (thresholdError > WarnedThresholdError)
        {
            diagnostics.Report(
                CompilerDiagnostics.ThresholdRounded, path, $"a threshold is off by {thresholdError:P1}", $"{WarnedThresholdError:P0}", "smaller weights");
        }

        if (biasError * scale > 1)
        {
            diagnostics.Report(CompilerDiagnostics.BiasOutOfRange, path, "a bias was clipped", null, "smaller biases");
        }

        int displaced = neurons.InitialPotential.Count(v => v != 0);
        if (displaced > 0)
        {
            diagnostics.Report(
                CompilerDiagnostics.InitialStateOutOfRange, path, $"{displaced} initial potentials other than 0", "0", "a start at rest");
        }

        int[] synapseDash = [.. neurons.CurrentDecay.Select(SynapseDash)];
        int[] membraneDash = [.. neurons.PotentialDecay.Select(Dash)];
        ReportDecay("synaptic current", neurons.CurrentDecay, synapseDash, path, diagnostics);
        ReportDecay("potential", neurons.PotentialDecay, membraneDash, path, diagnostics);
        return (
            new XyloRegisters
            {
                SynapseDash = synapseDash,
                SecondSynapseDash = [SmallestSynapseDash],
                MembraneDash = membraneDash,
                Threshold = threshold,
                Bias = bias,
                Alias = [-1],
            },
            new PopulationQuantization { Name = population.Name, Scale = scale, ThresholdError = thresholdError, BiasError = biasError });
    }

    private static void ReportDecay(string state, IReadOnlyList<double> kept, int[] dashes, string path, DiagnosticBag diagnostics)
    {
        double[] errors = [.. kept.Zip(dashes, (exact, dash) => Math.Abs(1 - Math.ScaleB(1, -dash) - exact))];
        int worst = Array.IndexOf(errors, errors.Max());
        if (errors[worst] > WarnedDecayError)
        {
            diagnostics.Report(
                CompilerDiagnostics.DecayRounded, path, $"the {state} keeps {kept[worst]:G4} of itself in a timestep",
                $"{1 - Math.ScaleB(1, -dashes[worst]):G4}, dash {dashes[worst]}", "time constants that are powers of two of the timestep");
        }
    }
}
