namespace Ganglion.Cores.Learning;

/// <summary>Draws that another implementation has recorded: one per learning epoch, the same for all neurons and synapses.</summary>
/// <remarks>Only for comparison with such recordings; entry e − 1 belongs to epoch e.</remarks>
public sealed record RecordedDraws
{
    /// <summary>Draws for the decay of x1 and x2, 0 to 1.</summary>
    public required IReadOnlyList<double> SourceDecay { get; init; }

    /// <summary>Draws for the decay of y1, y2 and y3, 0 to 1.</summary>
    public required IReadOnlyList<double> TargetDecay { get; init; }

    /// <summary>Draws for the rounding of weights, tags and delays, 0 to 1.</summary>
    public required IReadOnlyList<double> Rounding { get; init; }
}
