using Ganglion.Emulator.Observers;

namespace Ganglion.CommandLine.Digits;

/// <summary>Reads the answer to an image: the digit whose neuron fires most; of equals the one that fired first, then the lowest.</summary>
/// <param name="firstNeuron">Logical id of the neuron of digit 0.</param>
internal sealed class AnswerObserver(int firstNeuron) : ITimestepObserver
{
    private const int Digits = 10;
    private readonly int[] _counts = new int[Digits];
    private readonly long[] _first = new long[Digits];

    /// <summary>The answer so far.</summary>
    public int Answer => Enumerable.Range(0, Digits).OrderByDescending(digit => _counts[digit]).ThenBy(digit => _first[digit]).First();

    /// <summary>Forgets what was seen, before the next image.</summary>
    public void Clear()
    {
        Array.Clear(_counts);
        Array.Clear(_first);
    }

    /// <inheritdoc/>
    public void Observe(in TimestepRecord record)
    {
        foreach (int id in record.Spikes)
        {
            int digit = id - firstNeuron;
            if ((uint)digit < Digits && _counts[digit]++ == 0)
            {
                _first[digit] = record.Timestep;
            }
        }
    }
}
