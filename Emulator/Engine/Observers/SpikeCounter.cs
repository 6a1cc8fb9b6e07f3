using Ganglion.Cores.State;
using Ganglion.Emulator.Snapshots;

namespace Ganglion.Emulator.Observers;

/// <summary>Counts the spikes of every neuron of a machine.</summary>
/// <param name="neurons">Number of logical neurons, sources included.</param>
public sealed class SpikeCounter(int neurons) : ITimestepObserver, IResumable
{
    private readonly long[] _counts = new long[neurons];

    /// <inheritdoc/>
    public string Name => "counts of the spikes";

    /// <summary>Spikes of each logical neuron.</summary>
    public ReadOnlySpan<long> Counts => _counts;

    /// <summary>Sets all counts to 0.</summary>
    public void Clear() => Array.Clear(_counts);

    /// <inheritdoc/>
    public void Observe(in TimestepRecord record)
    {
        foreach (int neuron in record.Spikes)
        {
            _counts[neuron]++;
        }
    }

    /// <inheritdoc/>
    public void Visit(IStateVisitor visitor) => visitor.Visit("spikes", _counts.AsSpan(), 0, long.MaxValue);
}
