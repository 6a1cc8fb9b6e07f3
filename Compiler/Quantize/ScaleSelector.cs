using Ganglion.ChipSpec.Arithmetic;
using Ganglion.ChipSpec.Spec;
using Ganglion.Compiler.Check;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Quantize;

/// <summary>Chooses how many weight units stand for one unit of potential.</summary>
/// <remarks>
/// The larger the scale, the finer weights, thresholds and decays; it ends where a register is full. The order of preference:
/// thresholds, biases, initial potentials and weights fit their registers; the largest weight uses all bits of its mantissa; the worst
/// case of input fits the accumulators; the threshold is a whole number.
/// </remarks>
internal static class ScaleSelector
{
    private const int AccumulatorMaximum = short.MaxValue;
    private const double LargestShareGivenUpForThreshold = 0.02;

    /// <summary>Selects the scale of a population, in weight units per unit of potential.</summary>
    /// <param name="neurons">Its neurons.</param>
    /// <param name="incoming">Projections that end there.</param>
    /// <param name="sums">Sum of all weights of one sign onto every neuron, times its gains.</param>
    /// <param name="chip">The chip.</param>
    /// <param name="bits">Stored bits of a weight.</param>
    /// <param name="halvings">How often to lower the scale, as far as weights keep their resolution.</param>
    /// <param name="plan">What was chosen for the population.</param>
    public static double Select(
        CurrentBasedNeurons neurons, SynapseStatistics[] incoming, double[] sums, ChipSpec.Spec.ChipSpec chip, int bits, int halvings, PopulationPlan plan)
    {
        double weights = FullResolution(incoming, bits);
        double registers = RegisterLimit(neurons, weights, chip);
        double scale;
        if (weights == 0)
        {
            scale = double.IsFinite(registers) ? registers : 1.0;
        }
        else if (registers <= weights)
        {
            scale = registers;
        }
        else
        {
            double room = Math.Min(registers, WorstCaseLimit(neurons, sums, chip)) / weights;

            // With one exponent, only a doubling makes the steps of the weights any finer.
            scale = plan.Grouping == WeightGrouping.One
                ? Math.ScaleB(weights, Math.Max(0, (int)Math.Floor(Math.Log2(room)) - halvings))
                : weights * Math.Max(1, room * Math.Pow(1 - LargestShareGivenUpForThreshold, halvings));
        }

        return AlignToThreshold(scale / plan.ScaleDivisor, neurons);
    }

    /// <summary>Smallest exponent at which a weight of this magnitude fits a mantissa; negative exponents would only lose bits.</summary>
    /// <param name="magnitude">Largest weight, in weight units.</param>
    /// <param name="format">Format of the projection, without its exponent.</param>
    /// <param name="allowed">Exponents of the chip.</param>
    public static int Exponent(double magnitude, WeightFormat format, IntegerRange allowed)
    {
        int step = format.Step;
        int exponent = Math.Max(0, allowed.Min);
        while (exponent < allowed.Max && Math.Round(Math.ScaleB(magnitude, -exponent) / step) * step > 256 - step)
        {
            exponent++;
        }

        return exponent;
    }

    /// <summary>Scale at which the largest weight of all projections fills a mantissa at exponent 0; 0 without weights.</summary>
    private static double FullResolution(SynapseStatistics[] incoming, int bits)
    {
        double scale = double.PositiveInfinity;
        foreach (SynapseStatistics weights in incoming)
        {
            scale = Math.Min(scale, Quotient(LargestMantissa(weights.Sign, bits), weights.Largest));
        }

        return double.IsFinite(scale) ? scale : 0;
    }

    private static double RegisterLimit(CurrentBasedNeurons neurons, double weights, ChipSpec.Spec.ChipSpec chip)
    {
        CompartmentFormat format = chip.Compartment;
        double unit = 1 << chip.Synapse.WeightShift;
        double bias = Math.ScaleB(format.BiasMantissa!.Value.Max, format.BiasExponent.Max) / unit;
        double threshold = Math.ScaleB(format.ThresholdMantissa.Max, format.ThresholdShift) / unit;
        double limit = weights == 0 ? double.PositiveInfinity : Math.ScaleB(weights, chip.Synapse.WeightExponent.Max);
        for (int i = 0; i < PhysicalRegisters.Rows(neurons); i++)
        {
            bool fires = double.IsFinite(neurons.Threshold.At(i));
            double potential = fires ? threshold : PhysicalRegisters.IntegratorMaximum / unit;
            limit = Math.Min(limit, Quotient(bias, PhysicalRegisters.FoldedBias(neurons, i)));
            limit = Math.Min(limit, Quotient(potential, PhysicalRegisters.RelativePotential(neurons, i)));
            if (fires)
            {
                limit = Math.Min(limit, Quotient(threshold, PhysicalRegisters.RelativeThreshold(neurons, i)));
            }
        }

        return limit;
    }

    /// <summary>Scale at which no accumulator, current or integrator overflows even when all synapses of one sign are active.</summary>
    private static double WorstCaseLimit(CurrentBasedNeurons neurons, double[] sums, ChipSpec.Spec.ChipSpec chip)
    {
        double unit = 1 << chip.Synapse.WeightShift;
        double current = (Math.ScaleB(1, chip.Compartment.CurrentBits!.Value - 1) - 1) / unit;
        double limit = double.PositiveInfinity;
        for (int i = 0; i < sums.Length; i++)
        {
            double sum = sums[i];
            double forgotten = 1 - neurons.CurrentDecay.At(i);
            limit = Math.Min(limit, Quotient(AccumulatorMaximum, sum));
            limit = Math.Min(limit, Quotient(current * forgotten, sum));
            if (!double.IsFinite(neurons.Threshold.At(i)))
            {
                double leak = forgotten * (1 - neurons.PotentialDecay.At(i));
                limit = Math.Min(limit, Quotient(PhysicalRegisters.IntegratorMaximum / unit * leak, sum));
            }
        }

        return limit;
    }

    /// <summary>Moves the scale down a little where that makes the largest threshold a whole number.</summary>
    private static double AlignToThreshold(double scale, CurrentBasedNeurons neurons)
    {
        double threshold = 0;
        for (int i = 0; i < PhysicalRegisters.Rows(neurons); i++)
        {
            double relative = PhysicalRegisters.RelativeThreshold(neurons, i);
            threshold = double.IsFinite(relative) ? Math.Max(threshold, relative) : threshold;
        }

        double whole = Math.Floor(threshold * scale);
        return whole > 0 && whole >= threshold * scale * (1 - LargestShareGivenUpForThreshold) ? whole / threshold : scale;
    }

    private static int LargestMantissa(SignMode sign, int bits) =>
        Math.Max(1, 256 - (1 << LoihiWeight.DroppedBits(bits, sign == SignMode.Mixed)));

    private static double Quotient(double limit, double amount) => amount == 0 ? double.PositiveInfinity : limit / Math.Abs(amount);
}
