using Ganglion.Emulator.Observers;

namespace Ganglion.CommandLine.Learn;

/// <summary>Counts the spikes of a population since it was last cleared.</summary>
/// <param name="firstNeuron">Logical id of its first neuron.</param>
/// <param name="count">Neurons.</param>
internal sealed class SpikeWindow(int firstNeuron, int count) : ITimestepObserver
{
    private readonly int[] _counts = new int[count];

    /// <summary>Spikes of each neuron.</summary>
    public ReadOnlySpan<int> Counts => _counts;

    /// <summary>Forgets what was counted.</summary>
    public void Clear() => Array.Clear(_counts);

    /// <inheritdoc/>
    public void Observe(in TimestepRecord record)
    {
        foreach (int id in record.Spikes)
        {
            if ((uint)(id - firstNeuron) < (uint)_counts.Length)
            {
                _counts[id - firstNeuron]++;
            }
        }
    }
}
