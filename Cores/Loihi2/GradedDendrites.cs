using Ganglion.ChipSpec.Image;
using Ganglion.Cores.State;

namespace Ganglion.Cores.Loihi2;

/// <summary>The accumulators of a core with graded spikes: a ring of delay slots of 32-bit sums of weight · payload.</summary>
/// <remarks>
/// Sums wrap at 32 bits, so they do not depend on the order of events. Every delay has one slot for each port.
/// </remarks>
internal sealed class GradedDendrites
{
    private readonly int[] _sums;
    private readonly int[] _received;
    private readonly SynapseMemory _memory;
    private readonly int _mask;
    private readonly int _delayStride;

    public GradedDendrites(SynapseMemory memory, int ports)
    {
        _memory = memory;
        Slots = memory.DelaySlots / ports;
        PortStride = memory.SlotStride;
        _delayStride = memory.SlotStride * ports;
        _sums = new int[memory.SlotStride * memory.DelaySlots];
        _received = new int[_sums.Length];
        _mask = _sums.Length - 1;
    }

    /// <summary>Timesteps of the ring.</summary>
    public int Slots { get; }

    /// <summary>Accumulators from one port to the next.</summary>
    public int PortStride { get; }

    /// <summary>The sums that will be consumed in a timestep.</summary>
    public Span<int> Sums(long timestep) => _sums.AsSpan(SlotOf(timestep), _delayStride);

    /// <summary>1 for those of <see cref="Sums"/> that any synapse has added to, 0 for the others.</summary>
    public Span<int> Received(long timestep) => _received.AsSpan(SlotOf(timestep), _delayStride);

    /// <summary>Adds the synapse row of an axon.</summary>
    /// <param name="timestep">Timestep in which the spike was emitted.</param>
    /// <param name="axonEvent">Axon, payload and delay.</param>
    /// <returns>The row.</returns>
    public SynapseRow Add(long timestep, AxonEvent axonEvent)
    {
        SynapseRow row = _memory.Rows[axonEvent.Axon];
        int slot = SlotOf(timestep + 1 + axonEvent.Delay) + row.Offset;
        if (row.Form == RowForm.Dense)
        {
            for (int i = 0; i < row.Length; i++)
            {
                Add(slot + i, _memory.Dense[row.Start + i], axonEvent.Payload);
            }
        }
        else
        {
            foreach (uint word in _memory.Words.AsSpan(row.Start, row.Length))
            {
                Add(slot + (ushort)word, (short)(word >> 16), axonEvent.Payload);
            }
        }

        return row;
    }

    /// <summary>Shows the pending input.</summary>
    /// <param name="visitor">Notes it or puts it back.</param>
    /// <param name="compartments">Compartments in use; those that fill a vector take no input.</param>
    public void Visit(IStateVisitor visitor, int compartments)
    {
        visitor.VisitRows("dendrites", _sums.AsSpan(), PortStride, compartments, int.MinValue, int.MaxValue);
        visitor.VisitRows("dendrites with input", _received.AsSpan(), PortStride, compartments, 0, 1);
    }

    /// <summary>Forgets all pending input.</summary>
    public void Clear()
    {
        Array.Clear(_sums);
        Array.Clear(_received);
    }

    private void Add(int index, int weight, int payload)
    {
        _sums[index & _mask] = unchecked(_sums[index & _mask] + (weight * payload));
        _received[index & _mask] = 1;
    }

    private int SlotOf(long timestep) => (int)(timestep & (Slots - 1)) * _delayStride;
}
