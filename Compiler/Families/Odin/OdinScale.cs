using System.Runtime.InteropServices;
using Ganglion.Compiler.Check;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Quantize;

namespace Ganglion.Compiler.Families.Odin;

/// <summary>Chooses how many units of an 8-bit potential stand for one unit of a population's potential.</summary>
/// <remarks>
/// The largest weight becomes one of 1 to 7, whichever leaves the smallest error in the sum of squares over all weights; of equals the
/// largest. Threshold, leak and initial potential have to fit their registers.
/// </remarks>
internal static class OdinScale
{
    private const double Indistinguishable = 1e-9;

    /// <summary>Selects the scale of a population.</summary>
    /// <param name="valid">The network.</param>
    /// <param name="target">Index of the population.</param>
    public static double Select(CheckedNetwork valid, int target)
    {
        var neurons = (CurrentBasedNeurons)((NeuronPopulation)valid.Network.Populations[target]).Neurons;
        double limit = Limit(neurons, valid.Chip);
        double[] weights = Weights(valid, target, neurons);
        double largest = weights.Select(Math.Abs).DefaultIfEmpty(0).Max();
        if (largest == 0)
        {
            return double.IsFinite(limit) ? limit : 1;
        }

        double best = 0;
        double bestError = double.PositiveInfinity;
        for (int mantissa = OdinLimits.Weights(valid.Chip).Max; mantissa >= 1; mantissa--)
        {
            double scale = Math.Min(mantissa / largest, limit);
            double error = weights.Sum(weight => Math.Pow((Math.Round(weight * scale) / scale) - weight, 2));
            if (error < bestError - (Indistinguishable * largest * largest))
            {
                (best, bestError) = (scale, error);
            }
        }

        return best;
    }

    /// <summary>Scale at which a register is full.</summary>
    private static double Limit(CurrentBasedNeurons neurons, ChipSpec.Spec.ChipSpec chip)
    {
        double limit = double.PositiveInfinity;
        for (int i = 0; i < PhysicalRegisters.Rows(neurons); i++)
        {
            // The chip fires at its threshold, the network above: the register holds 1 more.
            limit = Math.Min(limit, Quotient(OdinLimits.Threshold(chip).Max - 1, PhysicalRegisters.RelativeThreshold(neurons, i)));
            limit = Math.Min(limit, Quotient(OdinLimits.Potential.Max, PhysicalRegisters.RelativePotential(neurons, i)));
            limit = Math.Min(limit, Quotient(OdinLimits.Leak(chip).Max, -neurons.Bias.At(i)));
        }

        return limit;
    }

    private static double[] Weights(CheckedNetwork valid, int target, CurrentBasedNeurons neurons)
    {
        double[] gains = PopulationInput.GainsOf(neurons);
        List<double> weights = [];
        List<Synapse> row = [];
        for (int p = 0; p < valid.TargetOf.Length; p++)
        {
            for (int source = 0; valid.TargetOf[p] == target && source < valid.Network.Populations[valid.SourceOf[p]].Count; source++)
            {
                row.Clear();
                valid.Network.Projections[p].Connectivity.AppendRow(source, row);
                foreach (ref readonly Synapse synapse in CollectionsMarshal.AsSpan(row))
                {
                    weights.Add(synapse.Weight * gains[gains.Length == 1 ? 0 : synapse.Target]);
                }
            }
        }

        return [.. weights];
    }

    private static double Quotient(double limit, double amount) => amount <= 0 ? double.PositiveInfinity : limit / amount;
}
