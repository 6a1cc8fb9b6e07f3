using Ganglion.ChipSpec.Image;

namespace Ganglion.Cores.Learning;

/// <summary>A core's own copy of its synapse memory, laid so that learning finds the synapses of a projection one after another.</summary>
internal static class PlasticMemory
{
    /// <summary>Words behind a projection, so that eight synapses can be read wherever one can.</summary>
    public const int Padding = 16;

    /// <summary>Copies a core's synapse memory; learning changes weights in place, and the image is shared.</summary>
    /// <param name="memory">The synapse memory of the image.</param>
    /// <param name="projections">Plastic projections of the core.</param>
    /// <returns>The same rows; those of plastic projections stand last, as sparse rows, projection by projection.</returns>
    public static SynapseMemory Copy(SynapseMemory memory, IReadOnlyList<PlasticProjectionImage> projections)
    {
        SynapseRow[] rows = [.. memory.Rows];
        var words = new List<uint>(memory.Words);
        int mask = (memory.SlotStride * memory.DelaySlots) - 1;
        foreach (PlasticProjectionImage projection in projections)
        {
            foreach (PlasticRow plastic in projection.Rows)
            {
                SynapseRow row = memory.Rows[plastic.Axon];
                rows[plastic.Axon] = row with { Start = words.Count, Offset = 0, Form = RowForm.Sparse };
                for (int i = 0; i < row.Length; i++)
                {
                    bool isDense = row.Form == RowForm.Dense;
                    uint weight = isDense ? (ushort)memory.Dense[row.Start + i] : memory.Words[row.Start + i] >> 16;
                    int slot = (isDense ? i : (ushort)memory.Words[row.Start + i]) + row.Offset;
                    words.Add((weight << 16) | (uint)(slot & mask));
                }
            }

            words.AddRange(new uint[Padding]);
        }

        return memory with { Rows = rows, Words = [.. words], Dense = [.. memory.Dense] };
    }
}
