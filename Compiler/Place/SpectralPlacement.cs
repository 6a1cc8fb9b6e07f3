using Ganglion.Compiler.Partition;

namespace Ganglion.Compiler.Place;

/// <summary>A first placement from the shape of the traffic: parts that talk to each other get coordinates near each other.</summary>
/// <remarks>
/// The second and third eigenvectors of the normalised Laplacian of the traffic (Hall 1970, Management Science 17(3)) give every part a
/// point in the plane; the points are sorted into columns, then into the rows of each column. Found by power iteration.
/// </remarks>
internal static class SpectralPlacement
{
    private const int Iterations = 150;

    /// <summary>Places parts.</summary>
    /// <param name="grid">The cores.</param>
    /// <param name="both">Messages between parts in either direction.</param>
    /// <param name="free">Parts to place.</param>
    /// <param name="cores">As many free cores, by index.</param>
    /// <param name="place">Receives the index of each part's core.</param>
    /// <param name="draws">Where the iteration begins.</param>
    public static void Place(CoreGrid grid, PartTraffic both, int[] free, int[] cores, int[] place, MappingDraws draws)
    {
        double[] root = Roots(both);
        double[] x = Vector(both, root, [root], draws);
        double[] y = Vector(both, root, [root, x], draws);
        int[] parts = [.. free.OrderBy(part => x[part] / root[part]).ThenBy(part => part)];
        int next = 0;
        foreach (IGrouping<int, int> column in cores.GroupBy(core => grid.X[core]).OrderBy(column => column.Key))
        {
            int[] rows = [.. column.OrderBy(core => grid.Y[core]).ThenBy(core => core)];
            int[] inColumn = [.. parts.AsSpan(next, rows.Length).ToArray().OrderBy(part => y[part] / root[part]).ThenBy(part => part)];
            for (int i = 0; i < rows.Length; i++)
            {
                place[inColumn[i]] = rows[i];
            }

            next += rows.Length;
        }
    }

    /// <summary>Square roots of the traffic of every part, the first eigenvector.</summary>
    private static double[] Roots(PartTraffic both)
    {
        double[] degree = new double[both.Parts];
        for (int part = 0; part < both.Parts; part++)
        {
            for (int i = both.Start[part]; i < both.Start[part + 1]; i++)
            {
                degree[part] += both.Messages[i];
            }
        }

        double floor = Math.Max(degree.DefaultIfEmpty(0).Average() * 1e-6, 1e-12);
        return [.. degree.Select(d => Math.Sqrt(d + floor))];
    }

    private static double[] Vector(PartTraffic both, double[] root, double[][] known, MappingDraws draws)
    {
        double[] vector = [.. root.Select(_ => draws.Unit() - 0.5)];
        double[] next = new double[vector.Length];
        for (int iteration = 0; iteration < Iterations; iteration++)
        {
            foreach (double[] other in known)
            {
                double share = Dot(vector, other) / Dot(other, other);
                for (int i = 0; i < vector.Length; i++)
                {
                    vector[i] -= share * other[i];
                }
            }

            double length = Math.Sqrt(Dot(vector, vector)) + 1e-300;
            for (int part = 0; part < vector.Length; part++)
            {
                double sum = vector[part];
                for (int i = both.Start[part]; i < both.Start[part + 1]; i++)
                {
                    sum += both.Messages[i] * vector[both.Receiver[i]] / (root[part] * root[both.Receiver[i]]);
                }

                next[part] = sum / length;
            }

            (vector, next) = (next, vector);
        }

        return vector;
    }

    private static double Dot(double[] a, double[] b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }
}
