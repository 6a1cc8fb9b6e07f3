using System.Numerics;
using Ganglion.Cores.State;

namespace Ganglion.Cores.TrueNorth;

/// <summary>The scheduler of a crossbar core: one bit per axon for each timestep ahead.</summary>
/// <remarks>
/// Spikes that reach one axon in one timestep are one: the bit is set once. A spike that would have to wait for as many timesteps as the
/// scheduler has slots would need the slot that is being read, and is dropped.
/// </remarks>
internal sealed class AxonScheduler
{
    private readonly ulong[] _bits;
    private readonly int _slots;
    private readonly int _words;
    private readonly ulong _lastWord;

    /// <summary>Makes an empty scheduler.</summary>
    /// <param name="axons">Axons.</param>
    /// <param name="slots">Timesteps, a power of two.</param>
    public AxonScheduler(int axons, int slots)
    {
        _slots = slots;
        _words = (axons + 63) / 64;
        _bits = new ulong[_words * slots];
        _lastWord = ulong.MaxValue >> ((64 - (axons & 63)) & 63);
    }

    /// <summary>Longest time, in timesteps, that a spike can be ahead.</summary>
    public int Ahead => _slots - 1;

    /// <summary>The axons that act in a timestep, 64 to a word.</summary>
    public Span<ulong> Slot(long timestep) => _bits.AsSpan((int)(timestep & (_slots - 1)) * _words, _words);

    /// <summary>Sets an axon's bit.</summary>
    /// <param name="now">Timestep of the spike.</param>
    /// <param name="axon">Axon in.</param>
    /// <param name="delay">Timesteps beyond the one that every spike takes.</param>
    /// <returns>Timestep in which the spike acts; <paramref name="now"/> when it is dropped.</returns>
    public long Schedule(long now, int axon, int delay)
    {
        if (delay >= Ahead)
        {
            return now;
        }

        long due = now + 1 + delay;
        Slot(due)[axon >> 6] |= 1UL << (axon & 63);
        return due;
    }

    /// <summary>Shows the spikes that wait.</summary>
    /// <param name="visitor">Notes them or puts them back.</param>
    public void Visit(IStateVisitor visitor)
    {
        if (_words > 0)
        {
            visitor.VisitRows("axons", _bits.AsSpan(), _words, _words - 1, 0UL, ulong.MaxValue);
            visitor.VisitRows("last axons", _bits.AsSpan(_words - 1), _words, 1, 0UL, _lastWord);
        }
    }

    /// <summary>Forgets everything.</summary>
    public void Clear() => Array.Clear(_bits);

    /// <summary>Number of axons in a slot.</summary>
    public static int Count(ReadOnlySpan<ulong> slot)
    {
        int count = 0;
        foreach (ulong word in slot)
        {
            count += BitOperations.PopCount(word);
        }

        return count;
    }
}
