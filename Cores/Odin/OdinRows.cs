using Ganglion.ChipSpec.Image;
using Ganglion.Cores.Synapses;

namespace Ganglion.Cores.Odin;

/// <summary>How an image's rows are read.</summary>
/// <remarks>
/// Axon in i below the number of compartments is a spike of neuron i, and its row holds the 4-bit synapses of that source as weights
/// 0 to 15. Every further axon in is an event of the input bus: its row is empty, and its offset is the 17-bit word.
/// </remarks>
internal static class OdinRows
{
    /// <summary>Checks every row once, at loading.</summary>
    /// <param name="image">What the core holds.</param>
    /// <exception cref="ArgumentException">A row is missing, leaves the core, or holds what is no synapse or event.</exception>
    public static void Check(CoreImage image)
    {
        SynapseMemoryCheck.Check(image.Synapses, image.Compartments);
        SynapseRow[] rows = image.Synapses.Rows;
        if (rows.Length < image.Compartments)
        {
            throw new ArgumentException($"There are {rows.Length} synapse rows for {image.Compartments} sources.");
        }

        for (int axon = 0; axon < rows.Length; axon++)
        {
            if (!(axon < image.Compartments ? IsSource(image, axon) : IsEvent(rows[axon], image.Compartments)))
            {
                throw new ArgumentException($"The row of axon {axon} holds what is no synapse or event of a core with {image.Compartments} neurons.");
            }
        }
    }

    /// <summary>Targets and 4-bit synapses of a source.</summary>
    public static IEnumerable<(int Target, int Synapse)> Synapses(SynapseMemory memory, int source)
    {
        SynapseRow row = memory.Rows[source];
        for (int i = 0; i < row.Length; i++)
        {
            yield return row.Form == RowForm.Dense
                ? (row.Offset + i, memory.Dense[row.Start + i])
                : ((ushort)memory.Words[row.Start + i] + row.Offset, (short)(memory.Words[row.Start + i] >> 16));
        }
    }

    /// <summary>Whether a row has at most one synapse to each neuron of the core, and none elsewhere.</summary>
    private static bool IsSource(CoreImage image, int axon)
    {
        int length = image.Synapses.Rows[axon].Length;
        return length <= image.Compartments
            && Synapses(image.Synapses, axon).All(s => s.Target >= 0 && s.Target < image.Compartments && s.Synapse is >= 0 and < 1 << OdinSynapses.Bits)
            && Synapses(image.Synapses, axon).DistinctBy(s => s.Target).Count() == length;
    }

    private static bool IsEvent(SynapseRow row, int neurons)
    {
        var word = new OdinEvent(row.Offset);
        return row.Length == 0 && row.Offset is >= 0 and < 1 << OdinEvent.Bits
            && (word.High < neurons || ((word.IsTimeReference || word.IsBistability) && !word.IsForOne))
            && (word.Low < neurons || !word.IsSingleSynapse);
    }
}
