namespace Ganglion.CommandLine.Results;

/// <summary>A series of samples of any length in a bounded number of columns, each with its smallest and largest sample.</summary>
internal sealed class TraceGrid
{
    private const int MaximumColumns = 1000;
    private readonly (double Least, double Most)[] _columns = new (double, double)[MaximumColumns];
    private long _perColumn = 1;

    /// <summary>Samples so far.</summary>
    public long Samples { get; private set; }

    /// <summary>Columns in use.</summary>
    public int Columns => (int)((Samples + _perColumn - 1) / _perColumn);

    /// <summary>Smallest sample; 0 without one.</summary>
    public double Lowest { get; private set; }

    /// <summary>Largest sample; 0 without one.</summary>
    public double Highest { get; private set; }

    /// <summary>Smallest and largest sample of a column.</summary>
    /// <param name="column">Column, from 0.</param>
    public (double Least, double Most) this[int column] => _columns[column];

    /// <summary>The middle of the samples of a column, counted from 1.</summary>
    /// <param name="column">Column, from 0.</param>
    public double Middle(int column) => (((double)column * _perColumn) + Math.Min((column + 1.0) * _perColumn, Samples) + 1) / 2;

    /// <summary>Adds a sample.</summary>
    /// <param name="value">The sample.</param>
    public void Add(double value)
    {
        (Lowest, Highest) = Samples == 0 ? (value, value) : (Math.Min(Lowest, value), Math.Max(Highest, value));
        if (Samples == MaximumColumns * _perColumn)
        {
            Halve();
        }

        int column = (int)(Samples / _perColumn);
        _columns[column] = Samples % _perColumn == 0
            ? (value, value)
            : (Math.Min(_columns[column].Least, value), Math.Max(_columns[column].Most, value));
        Samples++;
    }

    private void Halve()
    {
        for (int column = 0; column < MaximumColumns / 2; column++)
        {
            ((double least, double most), (double nextLeast, double nextMost)) = (_columns[2 * column], _columns[(2 * column) + 1]);
            _columns[column] = (Math.Min(least, nextLeast), Math.Max(most, nextMost));
        }

        _perColumn *= 2;
    }
}
