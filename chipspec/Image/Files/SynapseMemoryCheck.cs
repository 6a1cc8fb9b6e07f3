using System.Numerics;

namespace Ganglion.ChipSpec.Image.Files;

/// <summary>Checks that the rows of a synapse memory lie within it, and that their synapses reach compartments of the core.</summary>
internal static class SynapseMemoryCheck
{
    private const int MinStride = 8;
    private const int MaxAccumulators = 65_536;

    public static void Run(SynapseMemory memory, int compartments, string path, ImageFindings findings)
    {
        bool sound = findings.Expect(
            memory.SlotStride >= MinStride && BitOperations.IsPow2(memory.SlotStride) && memory.SlotStride >= compartments,
            path,
            $"a slot stride of {memory.SlotStride} for {compartments} compartments",
            $"a power of two from {MinStride}, at least the number of compartments");
        sound &= findings.Expect(memory.DelaySlots >= 1 && BitOperations.IsPow2(memory.DelaySlots), path, $"{memory.DelaySlots} delay slots", "a power of two");
        findings.Expect(
            memory.Receptors >= 1 && BitOperations.IsPow2(memory.Receptors) && memory.Receptors <= memory.DelaySlots,
            path, $"{memory.Receptors} receptors with {memory.DelaySlots} delay slots", "a power of two, at most the number of slots");
        sound = sound && findings.Expect(
            (long)memory.SlotStride * memory.DelaySlots <= MaxAccumulators,
            path,
            $"{(long)memory.SlotStride * memory.DelaySlots} accumulators",
            $"at most {MaxAccumulators}");
        if (!sound)
        {
            return;
        }

        int accumulators = memory.SlotStride * memory.DelaySlots;
        int beyond = Array.FindIndex(memory.Words, word => (word & 0xffff) >= accumulators);
        findings.Expect(beyond < 0, $"{path}.words[{beyond}]", $"accumulator {(beyond < 0 ? 0 : memory.Words[beyond] & 0xffff)}", $"0 to {accumulators - 1}");

        CompartmentExtents extents = new(memory.Words, memory.SlotStride);
        for (int i = 0; i < memory.Rows.Length; i++)
        {
            CheckRow(memory, extents, i, compartments, path, findings);
        }
    }

    private static void CheckRow(SynapseMemory memory, CompartmentExtents extents, int index, int compartments, string path, ImageFindings findings)
    {
        SynapseRow row = memory.Rows[index];
        bool dense = row.Form == RowForm.Dense;
        int stored = dense ? memory.Dense.Length : memory.Words.Length;
        bool known = row.Form is RowForm.Sparse or RowForm.Dense or RowForm.Shared && row.Encoding is RowForm.Sparse or RowForm.Dense or RowForm.Shared;
        if (!known)
        {
            findings.Expect(false, $"{path}.rows[{index}]", $"form {(int)row.Form}, encoding {(int)row.Encoding}", "forms 0 to 2");
            return;
        }

        if (row.Start < 0 || row.Length < 0 || row.Start + (long)row.Length > stored)
        {
            findings.Expect(false, $"{path}.rows[{index}]", $"synapses {row.Start} to {row.Start + (long)row.Length - 1}", $"0 to {stored - 1}");
            return;
        }

        if (row.Form == RowForm.Sparse && row.Offset != 0)
        {
            findings.Expect(false, $"{path}.rows[{index}]", $"offset {row.Offset}", "0 for sparse rows");
        }

        if (row.Length == 0)
        {
            return;
        }

        (long min, long max) = dense ? DenseExtent(row, memory) : extents.Of(row.Start, row.Length);
        long offset = row.Form == RowForm.Shared ? row.Offset : 0;
        if (min + offset < 0 || max + offset >= compartments)
        {
            findings.Expect(false, $"{path}.rows[{index}]", $"compartments {min + offset} to {max + offset}", $"0 to {compartments - 1}");
        }
    }

    // Offsets outside of the ring give an extent that no core has.
    private static (long Min, long Max) DenseExtent(SynapseRow row, SynapseMemory memory)
    {
        if (row.Offset < 0 || row.Offset >= memory.SlotStride * memory.DelaySlots)
        {
            return (row.Offset, row.Offset + (long)row.Length - 1);
        }

        long first = row.Offset & (memory.SlotStride - 1);
        return (first, first + row.Length - 1);
    }
}
