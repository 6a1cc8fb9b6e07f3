using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Ganglion.ChipSpec.Image;

namespace Ganglion.Cores.Synapses;

/// <summary>Adds the synapse rows of axons that fired to the dendrites.</summary>
/// <remarks>
/// One 32-bit word per synapse, of which the lower half is target and delay slot: adding the base of the current slot and masking
/// wraps the ring without a branch. Rows of axons to come are prefetched, since they are read once and rarely fit the cache.
/// </remarks>
public sealed class RowDelivery
{
    /// <summary>How many axons ahead a row is prefetched.</summary>
    private const int Ahead = 8;

    /// <summary>Adds one to the event count in the upper half of an accumulator.</summary>
    private const uint OneEvent = 1u << 16;

    private const int CacheLine = 64;

    /// <summary>Cache lines of a row to prefetch; the hardware prefetcher follows from there.</summary>
    private const int LinesAhead = 4;

    private readonly SynapseRow[] _rows;
    private readonly uint[] _words;
    private readonly short[] _dense;
    private readonly Dendrites _dendrites;

    /// <summary>Makes the delivery for one core.</summary>
    /// <param name="memory">The core's synapse rows.</param>
    /// <param name="dendrites">The core's accumulators.</param>
    public RowDelivery(SynapseMemory memory, Dendrites dendrites)
    {
        _rows = memory.Rows;
        _words = memory.Words;
        _dense = memory.Dense;
        _dendrites = dendrites;
    }

    /// <summary>Delivers the rows of axons that fired.</summary>
    /// <param name="timestep">Timestep in which the spikes were emitted; they act one timestep and their delay later.</param>
    /// <param name="events">Axons in; a repeated axon fired several times.</param>
    /// <param name="counters">Receives the synaptic events.</param>
    public void Deliver(long timestep, ReadOnlySpan<AxonEvent> events, ref CoreCounters counters)
    {
        int mask = _dendrites.Mask;
        ref int accumulators = ref MemoryMarshal.GetArrayDataReference(_dendrites.Accumulators);
        for (int i = 0; i < events.Length; i++)
        {
            if (i + Ahead < events.Length)
            {
                Prefetch(in _rows[events[i + Ahead].Axon]);
            }

            int slot = _dendrites.SlotOf(timestep + 1 + events[i].Delay);
            ref readonly SynapseRow row = ref _rows[events[i].Axon];
            if (events[i].Payload != 1)
            {
                AddGraded(slot, in row, events[i].Payload);
            }
            else if (row.Form == RowForm.Dense)
            {
                AddRun(ref Unsafe.Add(ref accumulators, (slot + row.Offset) & mask), _dense.AsSpan(row.Start, row.Length));
            }
            else
            {
                AddWords(ref accumulators, slot + row.Offset, mask, _words.AsSpan(row.Start, row.Length));
            }

            Count(in row, ref counters);
        }

        counters.AxonEvents += events.Length;
    }

    /// <summary>A spike that carries an integer, of which the lower 16 bits of the product with a weight are kept, as of every sum.</summary>
    private void AddGraded(int slot, in SynapseRow row, int payload)
    {
        int[] accumulators = _dendrites.Accumulators;
        int mask = _dendrites.Mask;
        for (int i = 0; i < row.Length; i++)
        {
            uint word = row.Form == RowForm.Dense ? ((uint)(ushort)_dense[row.Start + i] << 16) + (uint)i : _words[row.Start + i];
            ushort product = unchecked((ushort)((int)(word >> 16) * payload));
            accumulators[(slot + row.Offset + (int)(word & 0xFFFF)) & mask] += product + (int)OneEvent;
        }
    }

    private static void AddWords(ref int accumulators, int slot, int mask, ReadOnlySpan<uint> words)
    {
        ref uint word = ref MemoryMarshal.GetReference(words);
        nint count = words.Length;
        nint i = 0;
        for (; i + 4 <= count; i += 4)
        {
            Add(ref accumulators, slot, mask, Unsafe.Add(ref word, i));
            Add(ref accumulators, slot, mask, Unsafe.Add(ref word, i + 1));
            Add(ref accumulators, slot, mask, Unsafe.Add(ref word, i + 2));
            Add(ref accumulators, slot, mask, Unsafe.Add(ref word, i + 3));
        }

        for (; i < count; i++)
        {
            Add(ref accumulators, slot, mask, Unsafe.Add(ref word, i));
        }
    }

    /// <summary>The mask has at most 16 bits, so it removes the weight from the index as well.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(ref int accumulators, int slot, int mask, uint word) =>
        Unsafe.Add(ref accumulators, (nint)(uint)((slot + (int)word) & mask)) += (int)((word >> 16) + OneEvent);

    private static void AddRun(ref int accumulator, ReadOnlySpan<short> weights)
    {
        ref ushort weight = ref Unsafe.As<short, ushort>(ref MemoryMarshal.GetReference(weights));
        Vector256<int> oneEvent = Vector256.Create((int)OneEvent);
        int i = 0;
        for (; i + Vector256<ushort>.Count <= weights.Length; i += Vector256<ushort>.Count)
        {
            (Vector256<uint> lower, Vector256<uint> upper) = Vector256.Widen(Vector256.LoadUnsafe(ref weight, (nuint)i));
            ref int target = ref Unsafe.Add(ref accumulator, i);
            (Vector256.LoadUnsafe(ref target) + lower.AsInt32() + oneEvent).StoreUnsafe(ref target);
            ref int next = ref Unsafe.Add(ref target, Vector256<int>.Count);
            (Vector256.LoadUnsafe(ref next) + upper.AsInt32() + oneEvent).StoreUnsafe(ref next);
        }

        for (; i < weights.Length; i++)
        {
            Unsafe.Add(ref accumulator, i) += Unsafe.Add(ref weight, i) + (int)OneEvent;
        }
    }

    private static void Count(in SynapseRow row, ref CoreCounters counters)
    {
        switch (row.Encoding)
        {
            case RowForm.Dense:
                counters.SynapticEventsDense += row.Length;
                break;
            case RowForm.Shared:
                counters.SynapticEventsShared += row.Length;
                break;
            default:
                counters.SynapticEventsSparse += row.Length;
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private unsafe void Prefetch(in SynapseRow row)
    {
        if (!Sse.IsSupported || row.Form == RowForm.Dense)
        {
            return;
        }

        ref byte start = ref Unsafe.As<uint, byte>(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_words), row.Start));
        for (int line = 0; line < LinesAhead; line++)
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref start, line * CacheLine)));
        }
    }
}
