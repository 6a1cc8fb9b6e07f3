using System.Numerics;
using Ganglion.ChipSpec.Image;

namespace Ganglion.Cores.Synapses;

/// <summary>Checks once, at loading, what the delivery of rows relies on without looking again.</summary>
internal static class SynapseMemoryCheck
{
    /// <summary>Accumulators that the lower half of a synapse word can address.</summary>
    private const int LargestRing = 1 << 16;

    /// <summary>Checks the ring and every row.</summary>
    /// <param name="memory">Synapse memory of a core.</param>
    /// <param name="compartments">Compartments of the core.</param>
    /// <exception cref="ArgumentException">The ring has another shape than documented, or a row leaves its storage or delay slot.</exception>
    public static void Check(SynapseMemory memory, int compartments)
    {
        (int stride, int slots) = (memory.SlotStride, memory.DelaySlots);
        if (!BitOperations.IsPow2(stride) || !BitOperations.IsPow2(slots) || stride < Neurons.CompartmentTable.Lanes
            || stride < compartments || (long)stride * slots > LargestRing)
        {
            throw new ArgumentException($"A delay ring of {slots} slots of {stride} accumulators does not fit {compartments} compartments.");
        }

        for (int axon = 0; axon < memory.Rows.Length; axon++)
        {
            if (!Fits(memory, memory.Rows[axon]))
            {
                throw new ArgumentException($"The synapse row of axon {axon} leaves its storage or its delay slot.");
            }
        }
    }

    private static bool Fits(SynapseMemory memory, in SynapseRow row) => row.Form switch
    {
        RowForm.Sparse or RowForm.Shared => IsWithin(row, memory.Words.Length),
        RowForm.Dense => IsWithin(row, memory.Dense.Length)
            && row.Offset >= 0 && row.Offset < memory.SlotStride * memory.DelaySlots
            && (row.Offset & (memory.SlotStride - 1)) + row.Length <= memory.SlotStride,
        _ => false,
    };

    private static bool IsWithin(in SynapseRow row, int length) => row.Start >= 0 && row.Length >= 0 && row.Start <= length - row.Length;
}
