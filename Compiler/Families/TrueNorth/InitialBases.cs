namespace Ganglion.Compiler.Families.TrueNorth;

/// <summary>Base weights from which a fit begins; it ends in the nearest optimum, so several are tried.</summary>
internal static class InitialBases
{
    private const int Types = WeightFit.Types;

    private static readonly double[] StepShares = [1.0, 0.8, 0.6];

    /// <summary>Base weights of all rows, one set per beginning.</summary>
    public static IEnumerable<double[,]> For(double[,] weights, int digits)
    {
        double[][] rows = [.. Enumerable.Range(0, weights.GetLength(0)).Select(row => Nonzero(weights, row))];
        yield return Each(rows, Frequent);
        if (digits < Types)
        {
            yield return Each(rows, Spread);
            yield break;
        }

        yield return Each(rows, row => Binary(row, Step(row)));
        yield return Each(rows, row => Binary(row, row.Length == 0 ? 0 : row.Min(Math.Abs)));
        foreach (double share in StepShares[1..])
        {
            yield return Each(rows, row => Binary(row, share * Step(row)));
        }
    }

    private static double[,] Each(double[][] rows, Func<double[], double[]> choose)
    {
        double[,] bases = new double[rows.Length, Types];
        for (int row = 0; row < rows.Length; row++)
        {
            double[] chosen = choose(rows[row]);
            for (int type = 0; type < Types; type++)
            {
                bases[row, type] = chosen[type];
            }
        }

        return bases;
    }

    /// <summary>The four weights that occur most often, descending; exact where a row has no others.</summary>
    private static double[] Frequent(double[] row)
    {
        double[] frequent =
            [.. row.GroupBy(w => w).OrderByDescending(group => group.Count()).ThenByDescending(group => group.Key).Take(Types).Select(group => group.Key).OrderDescending()];
        return [.. frequent, .. new double[Types - frequent.Length]];
    }

    /// <summary>Half and whole of the largest weight of each sign, or parts of the largest where there is one sign.</summary>
    private static double[] Spread(double[] row)
    {
        (double low, double high) = Extent(row);
        return low == 0 || high == 0
            ? [low + high, 0.75 * (low + high), 0.5 * (low + high), 0.25 * (low + high)]
            : [high / 2, low / 2, high, low];
    }

    /// <summary>Digits of a binary number, the first of them negative where there are both signs.</summary>
    private static double[] Binary(double[] row, double step)
    {
        (double low, double high) = Extent(row);
        double sign = high == 0 ? -1 : 1;
        return [(low < 0 && high > 0 ? -8 : 8 * sign) * step, 4 * sign * step, 2 * sign * step, sign * step];
    }

    private static double Step(double[] row)
    {
        (double low, double high) = Extent(row);
        return low == 0 || high == 0 ? (high - low) / 15 : Math.Max(high / 7, -low / 8);
    }

    private static (double Low, double High) Extent(double[] row) =>
        row.Length == 0 ? (0, 0) : (Math.Min(0, row.Min()), Math.Max(0, row.Max()));

    private static double[] Nonzero(double[,] weights, int row) =>
        [.. Enumerable.Range(0, weights.GetLength(1)).Select(column => weights[row, column]).Where(weight => weight != 0)];
}
