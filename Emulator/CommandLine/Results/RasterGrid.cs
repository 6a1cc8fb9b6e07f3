namespace Ganglion.CommandLine.Results;

/// <summary>Counts spikes on a grid of limited size, however long a run is and however many neurons it has.</summary>
/// <remarks>When the time axis is full, neighbouring columns are joined, so that each stands for twice as many timesteps.</remarks>
internal sealed class RasterGrid
{
    private readonly int[] _counts;
    private readonly int _neurons;

    /// <summary>Makes an empty grid.</summary>
    /// <param name="neurons">Number of neurons.</param>
    /// <param name="maximumRows">Rows at most; neurons share rows where there are more.</param>
    /// <param name="columns">Columns; an even number.</param>
    public RasterGrid(int neurons, int maximumRows, int columns)
    {
        _neurons = neurons;
        Rows = Math.Min(Math.Max(neurons, 1), maximumRows);
        Columns = columns;
        _counts = new int[Rows * columns];
    }

    /// <summary>Rows; row 0 holds the first neurons.</summary>
    public int Rows { get; }

    /// <summary>Columns; column 0 begins with timestep 0.</summary>
    public int Columns { get; }

    /// <summary>Timesteps that one column stands for.</summary>
    public long TimestepsPerColumn { get; private set; } = 1;

    /// <summary>Last timestep that was seen.</summary>
    public long LastTimestep { get; private set; }

    /// <summary>Columns in use.</summary>
    public int UsedColumns => (int)(LastTimestep / TimestepsPerColumn) + 1;

    /// <summary>Spikes of a row and column.</summary>
    /// <param name="row">Row.</param>
    /// <param name="column">Column.</param>
    public int this[int row, int column] => _counts[(row * Columns) + column];

    /// <summary>First row of a neuron, as a fraction of the grid's height.</summary>
    /// <param name="neuron">Logical id, or the number of neurons for the lower edge.</param>
    public double Height(int neuron) => _neurons == 0 ? 0 : (double)neuron / _neurons;

    /// <summary>Counts the spikes of a timestep.</summary>
    /// <param name="timestep">The timestep; not before an earlier one.</param>
    /// <param name="spikes">Logical ids.</param>
    public void Add(long timestep, ReadOnlySpan<int> spikes)
    {
        LastTimestep = timestep;
        while (timestep / TimestepsPerColumn >= Columns)
        {
            JoinColumns();
        }

        int column = (int)(timestep / TimestepsPerColumn);
        foreach (int neuron in spikes)
        {
            _counts[((int)((long)neuron * Rows / _neurons) * Columns) + column]++;
        }
    }

    private void JoinColumns()
    {
        for (int row = 0; row < Rows; row++)
        {
            Span<int> counts = _counts.AsSpan(row * Columns, Columns);
            for (int column = 0; column < Columns / 2; column++)
            {
                counts[column] = counts[2 * column] + counts[(2 * column) + 1];
            }

            counts[(Columns / 2)..].Clear();
        }

        TimestepsPerColumn *= 2;
    }
}
