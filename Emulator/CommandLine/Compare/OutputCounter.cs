using Ganglion.Emulator.Observers;

namespace Ganglion.CommandLine.Compare;

/// <summary>Counts the spikes of output neurons in stretches of timesteps.</summary>
/// <param name="firstNeuron">Logical id of the first output neuron.</param>
/// <param name="neurons">Number of output neurons.</param>
/// <param name="stretches">Stretches, ascending.</param>
/// <param name="delay">Timesteps by which the outputs run behind.</param>
internal sealed class OutputCounter(int firstNeuron, int neurons, IReadOnlyList<Label> stretches, int delay) : ITimestepObserver
{
    private readonly long[] _counts = new long[stretches.Count * neurons];
    private int _current;

    /// <summary>Spikes of each output neuron in a stretch.</summary>
    /// <param name="stretch">Stretch, from 0.</param>
    public ReadOnlySpan<long> this[int stretch] => _counts.AsSpan(stretch * neurons, neurons);

    /// <summary>The neuron that fired most in a stretch, the lowest of equals; −1 when none fired.</summary>
    /// <param name="stretch">Stretch, from 0.</param>
    public int Answer(int stretch)
    {
        int answer = -1;
        long most = 0;
        for (int neuron = 0; neuron < neurons; neuron++)
        {
            if (this[stretch][neuron] > most)
            {
                (answer, most) = (neuron, this[stretch][neuron]);
            }
        }

        return answer;
    }

    /// <inheritdoc/>
    public void Observe(in TimestepRecord record)
    {
        long timestep = record.Timestep - delay;
        while (_current < stretches.Count && timestep > stretches[_current].To)
        {
            _current++;
        }

        if (_current == stretches.Count || timestep < stretches[_current].From)
        {
            return;
        }

        foreach (int id in record.Spikes)
        {
            int neuron = id - firstNeuron;
            if (neuron >= 0 && neuron < neurons)
            {
                _counts[(_current * neurons) + neuron]++;
            }
        }
    }
}
