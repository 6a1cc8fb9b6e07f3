using Ganglion.ChipSpec.Image;
using Ganglion.Cores.State;

namespace Ganglion.Cores.Synapses;

/// <summary>The accumulators of a core: a ring of delay slots, each with one accumulator per compartment.</summary>
/// <remarks>
/// The lower 16 bits of an accumulator are the sum of the weights, as on the chip; the upper bits count the events, so that an
/// accumulator is zero exactly when nothing arrived, even if the weights cancel (up to 32,768 events per timestep).
/// </remarks>
public sealed class Dendrites
{
    private readonly int[] _accumulators;
    private readonly int _stride;
    private readonly int _slots;

    /// <summary>Allocates the ring that a synapse memory needs.</summary>
    /// <param name="memory">Synapse memory whose words point into the ring.</param>
    public Dendrites(SynapseMemory memory)
    {
        _stride = memory.SlotStride;
        _slots = memory.DelaySlots;
        _accumulators = GC.AllocateArray<int>(_stride * _slots, pinned: true);
    }

    /// <summary>All accumulators, slot after slot.</summary>
    public int[] Accumulators => _accumulators;

    /// <summary>Mask that wraps an index into the ring.</summary>
    public int Mask => (_stride * _slots) - 1;

    /// <summary>Delay slots of the ring.</summary>
    public int Slots => _slots;

    /// <summary>Index of the first accumulator of a timestep's slot.</summary>
    /// <param name="timestep">Timestep in which the slot is consumed.</param>
    public int SlotOf(long timestep) => (int)(timestep & (_slots - 1)) * _stride;

    /// <summary>The accumulators that will be consumed in a timestep; one per compartment.</summary>
    /// <param name="timestep">A timestep less than <see cref="Slots"/> ahead.</param>
    public ReadOnlySpan<int> Pending(long timestep) => _accumulators.AsSpan(SlotOf(timestep), _stride);

    /// <summary>Shows the pending input.</summary>
    /// <param name="visitor">Notes it or puts it back.</param>
    /// <param name="compartments">Compartments in use; those that fill a vector take no input.</param>
    internal void Visit(IStateVisitor visitor, int compartments) =>
        visitor.VisitRows("dendrites", _accumulators.AsSpan(), _stride, compartments, int.MinValue, int.MaxValue);

    /// <summary>Forgets all pending input.</summary>
    public void Clear() => Array.Clear(_accumulators);
}
