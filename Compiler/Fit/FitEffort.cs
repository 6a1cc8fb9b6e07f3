namespace Ganglion.Compiler.Fit;

/// <summary>How much work a question may cost, over all its trials, so that the answer comes in seconds.</summary>
internal sealed class FitEffort
{
    private const double MappedAtOnce = 2e6;
    private double _mapped = 1e7;
    private double _read = 6e7;

    /// <summary>Counts projections and remembers them.</summary>
    public ProjectionCounter Counter { get; } = new(4e7);

    /// <summary>Whether a network may be mapped; its synapses are taken from the effort.</summary>
    /// <param name="synapses">Synapses of the network.</param>
    public bool MayMap(double synapses) => synapses <= MappedAtOnce && Take(ref _mapped, synapses);

    /// <summary>Whether all weights and delays may be read; the synapses are taken from the effort.</summary>
    /// <param name="synapses">Synapses of the network.</param>
    public bool MayRead(double synapses) => Take(ref _read, synapses);

    private static bool Take(ref double left, double amount)
    {
        if (amount > left)
        {
            return false;
        }

        left -= amount;
        return true;
    }
}
