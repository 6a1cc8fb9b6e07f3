using Ganglion.ChipSpec.Spec;
using Ganglion.Compiler.Check;
using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Reports;

namespace Ganglion.Compiler.Quantize;

/// <summary>Registers of neurons that are given in physical units.</summary>
/// <remarks>
/// With the scale s in weight units per unit of potential, and potentials counted from the reset value r:
/// <code>
/// u = 2^6·s·InputGain·i        δu = round(4096·(1 − CurrentDecay))
/// v = 2^6·s·(v − r)            δv = round(4096·(1 − PotentialDecay))
/// threshold = round(s·(Threshold − r))·2^6
/// bias      = 2^6·s·(Bias − (1 − PotentialDecay)·r)   as 13-bit mantissa and exponent
/// </code>
/// </remarks>
internal static class PhysicalRegisters
{
    /// <summary>Upper limit of the potential of neurons without threshold: below the largest threshold, so that they never fire.</summary>
    public const int IntegratorMaximum = (1 << 21) - 1;

    private const int MinimumPotential = -(1 << 23) + 1;
    private const int MaximumPotential = (1 << 23) - 1;
    private const double WarnedThresholdError = 0.01;

    /// <summary>Number of different parameter sets: 1 when all neurons share every parameter.</summary>
    public static int Rows(CurrentBasedNeurons neurons) => new[]
    {
        neurons.PotentialDecay.Count, neurons.Bias.Count, neurons.Threshold.Count, neurons.Reset.Count, neurons.InitialPotential.Count,
    }.Max();

    /// <summary>Threshold above the reset value.</summary>
    public static double RelativeThreshold(CurrentBasedNeurons neurons, int i) => neurons.Threshold.At(i) - neurons.Reset.At(i);

    /// <summary>Initial potential above the reset value.</summary>
    public static double RelativePotential(CurrentBasedNeurons neurons, int i) => neurons.InitialPotential.At(i) - neurons.Reset.At(i);

    /// <summary>Bias with the leak of the reset value folded in.</summary>
    public static double FoldedBias(CurrentBasedNeurons neurons, int i) =>
        neurons.Bias.At(i) - ((1 - neurons.PotentialDecay.At(i)) * neurons.Reset.At(i));

    /// <summary>Lowers the parameters of a population.</summary>
    public static (LifRegisters Registers, PopulationQuantization Loss) Lower(
        NeuronPopulation population, CurrentBasedNeurons neurons, double scale, ChipSpec.Spec.ChipSpec chip, DiagnosticBag diagnostics)
    {
        string path = $"population '{population.Name}'";
        double unit = scale * (1 << chip.Synapse.WeightShift);
        int rows = Rows(neurons);
        int[] threshold = new int[rows];
        int[] bias = new int[rows];
        int[] maximum = new int[rows];
        int[] potential = new int[rows];
        double thresholdError = 0;
        double biasError = 0;
        Clipping clipping = default;
        for (int i = 0; i < rows; i++)
        {
            double exact = RelativeThreshold(neurons, i);
            bool fires = double.IsFinite(exact);
            clipping.NegativeThresholds += exact < 0 ? 1 : 0;
            threshold[i] = Threshold(fires ? exact * unit : double.PositiveInfinity, chip.Compartment);
            maximum[i] = fires ? MaximumPotential : IntegratorMaximum;
            if (fires && exact > 0)
            {
                thresholdError = Math.Max(thresholdError, Math.Abs((threshold[i] / (exact * unit)) - 1));
            }

            double exactBias = FoldedBias(neurons, i) * unit;
            bias[i] = Bias(exactBias, chip.Compartment);
            biasError = Math.Max(biasError, Math.Abs(bias[i] - exactBias) / unit);
            clipping.Biases += Math.Abs(bias[i] - exactBias) > 1 << chip.Compartment.BiasExponent.Max ? 1 : 0;

            double exactPotential = Math.Round(RelativePotential(neurons, i) * unit);
            potential[i] = (int)Math.Clamp(exactPotential, MinimumPotential, maximum[i]);
            clipping.Potentials += potential[i] == exactPotential ? 0 : 1;
        }

        clipping.Report(path, diagnostics);
        if (thresholdError > WarnedThresholdError)
        {
            diagnostics.Report(
                CompilerDiagnostics.ThresholdRounded, path, $"a threshold is off by {thresholdError:P1}", $"{WarnedThresholdError:P0}",
                "smaller weights");
        }

        return (
            new LifRegisters
            {
                CurrentDecay = Decays(neurons.CurrentDecay, chip.Compartment.DecayBits!.Value),
                PotentialDecay = Decays(neurons.PotentialDecay, chip.Compartment.DecayBits!.Value),
                Threshold = Compact(threshold),
                Bias = Compact(bias),
                Refractory = Compact([.. neurons.Refractory]),
                MinimumPotential = [MinimumPotential],
                MaximumPotential = Compact(maximum),
                Current = [0],
                Potential = Compact(potential),
            },
            new PopulationQuantization
            {
                Name = population.Name,
                Scale = scale,
                ThresholdError = thresholdError,
                BiasError = biasError,
            });
    }

    private static int[] Decays(IReadOnlyList<double> kept, int bits) =>
        Compact([.. kept.Select(k => (int)Math.Round((1 - k) * (1 << bits)))]);

    private static int Threshold(double exact, CompartmentFormat format)
    {
        double mantissa = Math.Round(Math.ScaleB(exact, -format.ThresholdShift));
        return (int)Math.Clamp(mantissa, format.ThresholdMantissa.Min, format.ThresholdMantissa.Max) << format.ThresholdShift;
    }

    /// <summary>The nearest value that mantissa and exponent can express.</summary>
    private static int Bias(double exact, CompartmentFormat format)
    {
        IntegerRange mantissas = format.BiasMantissa!.Value;
        for (int exponent = format.BiasExponent.Min; ; exponent++)
        {
            double mantissa = Math.Round(Math.ScaleB(exact, -exponent));
            bool fits = mantissa >= mantissas.Min && mantissa <= mantissas.Max;
            if (fits || exponent == format.BiasExponent.Max)
            {
                return (int)Math.Clamp(mantissa, mantissas.Min, mantissas.Max) << exponent;
            }
        }
    }

    /// <summary>One value where all are equal.</summary>
    private static int[] Compact(int[] values) => Array.TrueForAll(values, v => v == values[0]) ? [values[0]] : values;

    private struct Clipping
    {
        public int NegativeThresholds;
        public int Biases;
        public int Potentials;

        public readonly void Report(string path, DiagnosticBag diagnostics)
        {
            if (NegativeThresholds > 0)
            {
                diagnostics.Report(
                    CompilerDiagnostics.NegativeThreshold, path, $"{NegativeThresholds} thresholds below the reset value",
                    "thresholds at or above the reset value");
            }

            if (Biases > 0)
            {
                diagnostics.Report(CompilerDiagnostics.BiasOutOfRange, path, $"{Biases} biases clipped", null, "smaller biases");
            }

            if (Potentials > 0)
            {
                diagnostics.Report(
                    CompilerDiagnostics.InitialStateOutOfRange, path, $"{Potentials} initial potentials clipped", null,
                    "smaller initial potentials");
            }
        }
    }
}
