using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Spec;
using Ganglion.Compiler.Partition;
using Ganglion.Compiler.Route;

namespace Ganglion.Compiler.Allocate;

/// <summary>Chooses the storage form of every row and stores equal rows once.</summary>
/// <remarks>
/// A row is dense when it covers a contiguous run of compartments with one delay; shared when another axon has the same row, counted from
/// its first compartment; and sparse otherwise. Dense rows are not padded, since padding would count as synaptic events.
/// </remarks>
internal static class RowPacker
{
    // Shorter runs gain nothing from wide instructions.
    private const int ShortestDenseRow = 8;

    /// <summary>Packs the rows of a core.</summary>
    /// <param name="words">Words of all rows, one row after the other; sorted in place.</param>
    /// <param name="plan">The rows.</param>
    /// <param name="compartments">Compartments of the core.</param>
    /// <param name="receptors">Receptors of its neuron model.</param>
    /// <param name="chip">The chip, for its packing rule.</param>
    public static PackedRows Pack(uint[] words, RowPlan plan, int compartments, int receptors, ChipSpec.Spec.ChipSpec chip)
    {
        uint stride = (uint)CoreSizing.SlotStride(compartments);
        RowPattern[] patterns = ReadPatterns(words, plan, stride);
        RowGroups groups = RowGroups.Find(words, patterns, axon => plan.Rows[axon].Projection < 0);
        RowWriter writer = new(words);
        SynapseRow[] rows = new SynapseRow[patterns.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            int representative = groups.Representative(i);
            RowForm form = patterns[i].IsDense ? RowForm.Dense : groups.IsShared(i) ? RowForm.Shared : RowForm.Sparse;
            int start = representative < i ? rows[representative].Start : writer.Write(patterns[i], form);
            int offset = form switch
            {
                RowForm.Dense => patterns[i].FirstAccumulator,
                RowForm.Shared => patterns[i].FirstCompartment,
                _ => 0,
            };
            rows[i] = new SynapseRow(start, patterns[i].Length, offset, form, plan.Rows[i].Encoding ?? form);
        }

        SynapseMemory memory = new()
        {
            SlotStride = (int)stride,
            DelaySlots = CoreSizing.DelaySlots(plan.LargestDelay) * receptors,
            Receptors = receptors,
            Rows = rows,
            Words = writer.Words,
            Dense = writer.Dense,
        };
        return new PackedRows(memory, ListBits(plan, groups, chip.Synapse.Packing));
    }

    private static RowPattern[] ReadPatterns(uint[] words, RowPlan plan, uint stride)
    {
        RowPattern[] patterns = new RowPattern[plan.Rows.Count];
        int start = 0;
        for (int i = 0; i < patterns.Length; i++)
        {
            int length = plan.Rows[i].Length;
            patterns[i] = RowPattern.Read(words.AsSpan(start, length), start, stride, ShortestDenseRow);
            start += length;
        }

        return patterns;
    }

    private static long ListBits(RowPlan plan, RowGroups groups, SynapsePacking? packing)
    {
        long bits = 0;
        HashSet<(int Group, int Composition)> counted = [];
        for (int i = 0; i < plan.Rows.Count; i++)
        {
            bool isCounted = packing is { SharedLists: true } && plan.Rows[i].Projection < 0 && !counted.Add((groups.Representative(i), plan.Rows[i].Composition));
            bits += isCounted ? 0 : plan.Rows[i].ListBits;
        }

        return bits;
    }
}
