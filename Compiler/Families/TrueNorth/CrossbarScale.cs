using Ganglion.ChipSpec.Spec;
using Ganglion.Compiler.Check;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Quantize;

namespace Ganglion.Compiler.Families.TrueNorth;

/// <summary>Chooses how many units of a neuron's registers stand for one unit of potential.</summary>
/// <remarks>
/// All neurons of a population share a scale, at which the largest base weight is a whole number of the register's range. Among those,
/// the scale is taken at which rounding costs the base weights least; equal costs go to the larger scale. Weights that are multiples of
/// a common unit thus stay exact.
/// </remarks>
internal static class CrossbarScale
{
    private const int CandidatesBelowLargest = 1024;
    private const int SmallCandidates = 255;

    /// <summary>Chooses the scale of a population.</summary>
    /// <param name="neurons">Its neurons.</param>
    /// <param name="bases">All base weights of its neurons.</param>
    /// <param name="chip">The chip.</param>
    public static double Choose(CurrentBasedNeurons neurons, IEnumerable<double> bases, ChipSpec.Spec.ChipSpec chip)
    {
        double limit = RegisterLimit(neurons, chip);
        double[] distinct = [.. bases.Select(Math.Abs).Where(b => b > 0).Distinct()];
        if (distinct.Length == 0)
        {
            return double.IsFinite(limit) ? limit : 1;
        }

        double largest = distinct.Max();
        double best = Math.Min(limit, 1 / largest);
        double bestCost = double.PositiveInfinity;
        foreach (int candidate in Candidates(TrueNorthRanges.Weights(chip).Max))
        {
            double scale = candidate / largest;
            double cost = distinct.Sum(b => Square((Math.Round(b * scale) / scale) - b)) / Square(largest);
            if (scale <= limit && cost < bestCost * (1 - 1e-9) && !(bestCost < 1e-18))
            {
                (best, bestCost) = (scale, cost);
            }
        }

        return best;
    }

    private static IEnumerable<int> Candidates(int largest)
    {
        for (int candidate = largest; candidate >= 1; candidate--)
        {
            if (candidate > largest - CandidatesBelowLargest || candidate <= SmallCandidates)
            {
                yield return candidate;
            }
        }
    }

    /// <summary>Scale at which threshold, leak and initial potential still fit their registers.</summary>
    private static double RegisterLimit(CurrentBasedNeurons neurons, ChipSpec.Spec.ChipSpec chip)
    {
        IntegerRange leak = TrueNorthRanges.Leak(chip);
        double limit = double.PositiveInfinity;
        for (int i = 0; i < PhysicalRegisters.Rows(neurons); i++)
        {
            double bias = PhysicalRegisters.FoldedBias(neurons, i);
            limit = Math.Min(limit, Quotient(TrueNorthRanges.Threshold(chip).Max - 1, PhysicalRegisters.RelativeThreshold(neurons, i)));
            limit = Math.Min(limit, Quotient(bias < 0 ? leak.Min : leak.Max, bias));
            limit = Math.Min(limit, Quotient(TrueNorthRanges.Potential(chip).Max, PhysicalRegisters.RelativePotential(neurons, i)));
        }

        return limit;
    }

    private static double Quotient(double limit, double amount) => amount == 0 ? double.PositiveInfinity : Math.Abs(limit / amount);

    private static double Square(double x) => x * x;
}
