using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Tests.Networks;

/// <summary>Turns connectivities into plain matrices, targets × sources.</summary>
internal static class DenseMatrix
{
    public static double[,] Of(Connectivity connectivity, int sources, int targets)
    {
        var matrix = new double[targets, sources];
        for (int source = 0; source < sources; source++)
        {
            List<Synapse> row = Row(connectivity, source);
            Assert.Equal(row.OrderBy(s => s.Target), row);
            foreach (Synapse synapse in row)
            {
                matrix[synapse.Target, source] += synapse.Weight;
            }
        }

        return matrix;
    }

    public static List<Synapse> Row(Connectivity connectivity, int source)
    {
        var row = new List<Synapse>();
        connectivity.AppendRow(source, row);
        return row;
    }

    public static double[,] Multiply(double[,] left, double[,] right)
    {
        var product = new double[left.GetLength(0), right.GetLength(1)];
        for (int i = 0; i < product.GetLength(0); i++)
        {
            for (int j = 0; j < product.GetLength(1); j++)
            {
                for (int k = 0; k < right.GetLength(0); k++)
                {
                    product[i, j] += left[i, k] * right[k, j];
                }
            }
        }

        return product;
    }

    public static void AssertEqual(double[,] expected, double[,] actual)
    {
        Assert.Equal(expected.GetLength(0), actual.GetLength(0));
        Assert.Equal(expected.GetLength(1), actual.GetLength(1));
        for (int i = 0; i < expected.GetLength(0); i++)
        {
            for (int j = 0; j < expected.GetLength(1); j++)
            {
                Assert.Equal(expected[i, j], actual[i, j], 1e-9);
            }
        }
    }
}
