using Ganglion.ChipSpec.Image.Learned;

namespace Ganglion.CommandLine.Weights;

/// <summary>The mean weight between groups of neurons, small enough for a picture.</summary>
internal sealed class WeightMatrix
{
    /// <summary>Most rows and columns.</summary>
    public const int Largest = 1024;

    private readonly long[] _sums;
    private readonly int[] _counts;

    /// <summary>Sums up a projection.</summary>
    /// <param name="projection">A projection with synapses.</param>
    public WeightMatrix(LearnedProjection projection)
    {
        Sources = projection.Sources.Max() + 1;
        Targets = projection.Targets.Max() + 1;
        SourcesPerColumn = (Sources + Largest - 1) / Largest;
        TargetsPerRow = (Targets + Largest - 1) / Largest;
        Columns = (Sources + SourcesPerColumn - 1) / SourcesPerColumn;
        Rows = (Targets + TargetsPerRow - 1) / TargetsPerRow;
        _sums = new long[Rows * Columns];
        _counts = new int[Rows * Columns];
        for (int i = 0; i < projection.Weights.Length; i++)
        {
            int cell = (projection.Targets[i] / TargetsPerRow * Columns) + (projection.Sources[i] / SourcesPerColumn);
            _sums[cell] += projection.Weights[i];
            _counts[cell]++;
        }
    }

    /// <summary>Source neurons, up to the last with a synapse.</summary>
    public int Sources { get; }

    /// <summary>Target neurons, up to the last with a synapse.</summary>
    public int Targets { get; }

    /// <summary>Source neurons that share a column.</summary>
    public int SourcesPerColumn { get; }

    /// <summary>Target neurons that share a row.</summary>
    public int TargetsPerRow { get; }

    /// <summary>Columns, one per source neuron or group of them.</summary>
    public int Columns { get; }

    /// <summary>Rows, one per target neuron or group of them.</summary>
    public int Rows { get; }

    /// <summary>Mean weight of a cell; <see langword="null"/> without a synapse.</summary>
    /// <param name="row">Row.</param>
    /// <param name="column">Column.</param>
    public double? this[int row, int column] =>
        _counts[(row * Columns) + column] is > 0 and var count ? (double)_sums[(row * Columns) + column] / count : null;
}
