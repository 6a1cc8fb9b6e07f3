namespace Ganglion.Compiler.Families.TrueNorth;

/// <summary>Base weights that come nearest to given weights for given types and connections.</summary>
internal static class LeastSquares
{
    private const int Types = WeightFit.Types;

    // Types that always occur together leave a singular system; this decides between its solutions.
    private const double Ridge = 1e-12;

    /// <summary>Solves every row.</summary>
    public static double[,] Solve(double[,] weights, int[][] typesOf, byte[,] connections)
    {
        int rows = weights.GetLength(0);
        double[,] bases = new double[rows, Types];
        Span<int> uses = stackalloc int[Types];
        for (int row = 0; row < rows; row++)
        {
            double[,] normal = new double[Types, Types + 1];
            for (int column = 0; column < typesOf.Length; column++)
            {
                if (connections[row, column] != 0)
                {
                    Count(typesOf[column], connections[row, column], uses);
                    Accumulate(normal, uses, weights[row, column]);
                }
            }

            Eliminate(normal);
            for (int type = 0; type < Types; type++)
            {
                bases[row, type] = normal[type, Types];
            }
        }

        return bases;
    }

    private static void Count(int[] types, byte connections, Span<int> uses)
    {
        uses.Clear();
        for (int digit = 0; digit < types.Length; digit++)
        {
            uses[types[digit]] += connections >> digit & 1;
        }
    }

    private static void Accumulate(double[,] normal, ReadOnlySpan<int> uses, double weight)
    {
        for (int i = 0; i < Types; i++)
        {
            for (int j = 0; j < Types; j++)
            {
                normal[i, j] += uses[i] * uses[j];
            }

            normal[i, Types] += uses[i] * weight;
        }
    }

    /// <summary>Gauss-Jordan without pivoting: the matrix is positive definite once the ridge is added.</summary>
    private static void Eliminate(double[,] a)
    {
        for (int i = 0; i < Types; i++)
        {
            a[i, i] += Ridge * (1 + a[i, i]);
        }

        for (int pivot = 0; pivot < Types; pivot++)
        {
            for (int row = 0; row < Types; row++)
            {
                double factor = row == pivot ? 0 : a[row, pivot] / a[pivot, pivot];
                for (int column = pivot; factor != 0 && column <= Types; column++)
                {
                    a[row, column] -= factor * a[pivot, column];
                }
            }
        }

        for (int i = 0; i < Types; i++)
        {
            a[i, Types] /= a[i, i];
        }
    }
}
