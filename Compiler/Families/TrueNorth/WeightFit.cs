namespace Ganglion.Compiler.Families.TrueNorth;

/// <summary>Weights of a block of synapses, written as sums of the four weights that each neuron gives to its axon types.</summary>
/// <remarks>
/// A column (source) has as many axons as digits, each of a type; the types are the same for all rows. A row (target) has four base
/// weights b, and is connected to some of the axons of each column, so that
/// <code>
/// weight[row, column] ≈ Σ over the connected axons of the column: b[row, type of the axon]
/// </code>
/// Two steps alternate until neither helps: for given bases, each column takes the types, and each synapse the connections, that come
/// nearest; for given types and connections, the bases of a row are a linear least-squares problem in four unknowns.
/// </remarks>
internal sealed class WeightFit
{
    /// <summary>Axon types.</summary>
    public const int Types = 4;

    private const int MaximumRounds = 40;
    private const double Converged = 1e-12;

    private readonly double[,] _weights;
    private readonly IReadOnlyList<int[]> _choices;

    /// <summary>Begins with given bases.</summary>
    /// <param name="weights"><c>[row, column]</c>; 0 where there is no synapse.</param>
    /// <param name="choices">The types that the axons of a column can have.</param>
    /// <param name="bases"><c>[row, type]</c>.</param>
    private WeightFit(double[,] weights, IReadOnlyList<int[]> choices, double[,] bases)
    {
        (_weights, _choices, Bases) = (weights, choices, bases);
        TypesOf = new int[weights.GetLength(1)][];
        Connections = new byte[weights.GetLength(0), weights.GetLength(1)];
        RowErrors = new double[weights.GetLength(0)];
    }

    /// <summary>Base weights, <c>[row, type]</c>.</summary>
    public double[,] Bases { get; private set; }

    /// <summary>Types of the axons of every column.</summary>
    public int[][] TypesOf { get; }

    /// <summary>Bit d is set where a row is connected to axon d of a column.</summary>
    public byte[,] Connections { get; }

    /// <summary>Sum of the squares of the errors of every row.</summary>
    public double[] RowErrors { get; }

    /// <summary>Fits a block.</summary>
    /// <param name="weights"><c>[row, column]</c>; 0 where there is no synapse.</param>
    /// <param name="digits">Axons of a column, 1 to 4.</param>
    public static WeightFit Fit(double[,] weights, int digits)
    {
        IReadOnlyList<int[]> choices = TypeChoices.For(digits);
        WeightFit? best = null;
        foreach (double[,] bases in InitialBases.For(weights, digits))
        {
            WeightFit fit = new(weights, choices, bases);
            fit.Run();
            if (best is null || (choices.Count > 1 && fit.RowErrors.Sum() < best.RowErrors.Sum()))
            {
                best = fit;
            }
            else if (choices.Count == 1)
            {
                // Rows share only the types; where these are fixed, each takes the best beginning for itself.
                foreach (int row in Enumerable.Range(0, fit.RowErrors.Length).Where(row => fit.RowErrors[row] < best.RowErrors[row]))
                {
                    best.Adopt(fit, row);
                }
            }
        }

        return best!;
    }

    private void Run()
    {
        double previous = double.PositiveInfinity;
        for (int round = 0; round < MaximumRounds; round++)
        {
            Assign();
            double error = RowErrors.Sum();
            if (error == 0 || error >= previous * (1 - Converged))
            {
                return;
            }

            previous = error;
            Bases = LeastSquares.Solve(_weights, TypesOf, Connections);
        }

        // The bases are newer than the connections.
        Assign();
    }

    /// <summary>Takes the bases and connections of a row from another fit with the same types.</summary>
    private void Adopt(WeightFit other, int row)
    {
        RowErrors[row] = other.RowErrors[row];
        for (int type = 0; type < Types; type++)
        {
            Bases[row, type] = other.Bases[row, type];
        }

        for (int column = 0; column < TypesOf.Length; column++)
        {
            Connections[row, column] = other.Connections[row, column];
        }
    }

    private void Assign()
    {
        (int rows, int columns) = (_weights.GetLength(0), _weights.GetLength(1));
        double[][,] levels = [.. _choices.Select(Levels)];
        byte[] connections = new byte[rows];
        double[] errors = new double[rows];
        double[] chosen = new double[rows];
        Array.Clear(RowErrors);
        for (int column = 0; column < columns; column++)
        {
            double best = double.PositiveInfinity;
            for (int choice = 0; choice < levels.Length; choice++)
            {
                double error = 0;
                for (int row = 0; row < rows && error < best; row++)
                {
                    errors[row] = Nearest(levels[choice], row, _weights[row, column], out connections[row]);
                    error += errors[row];
                }

                if (error < best)
                {
                    best = error;
                    TypesOf[column] = _choices[choice];
                    for (int row = 0; row < rows; row++)
                    {
                        Connections[row, column] = connections[row];
                        chosen[row] = errors[row];
                    }
                }
            }

            for (int row = 0; row < rows; row++)
            {
                RowErrors[row] += chosen[row];
            }
        }
    }

    /// <summary>What a row can be given by a column of these types: one value per set of connections.</summary>
    private double[,] Levels(int[] types)
    {
        int rows = Bases.GetLength(0);
        double[,] levels = new double[rows, 1 << types.Length];
        for (int row = 0; row < rows; row++)
        {
            for (int set = 0; set < levels.GetLength(1); set++)
            {
                for (int digit = 0; digit < types.Length; digit++)
                {
                    levels[row, set] += (set >> digit & 1) * Bases[row, types[digit]];
                }
            }
        }

        return levels;
    }

    /// <summary>No synapse needs no connection; any other takes the set that comes nearest.</summary>
    private static double Nearest(double[,] levels, int row, double weight, out byte set)
    {
        set = 0;
        double best = weight * weight;
        if (weight == 0)
        {
            return 0;
        }

        for (int i = 1; i < levels.GetLength(1); i++)
        {
            double difference = levels[row, i] - weight;
            if (difference * difference < best)
            {
                best = difference * difference;
                set = (byte)i;
            }
        }

        return best;
    }
}
