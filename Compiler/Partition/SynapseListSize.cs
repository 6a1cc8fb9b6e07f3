using System.Numerics;
using Ganglion.ChipSpec.Spec;
using Ganglion.Compiler.Quantize;

namespace Ganglion.Compiler.Partition;

/// <summary>What a list of synapses takes of a core's memory, by the packing rule of the chip.</summary>
internal static class SynapseListSize
{
    /// <summary>Size of a list of synapses of one projection, in bits.</summary>
    /// <param name="packing">Packing rule.</param>
    /// <param name="format">Format of the projection.</param>
    /// <param name="synapses">Number of synapses.</param>
    /// <param name="indexBits">Width of a target index; 0 for a list that covers a contiguous run of compartments.</param>
    public static long Bits(SynapsePacking packing, WeightFormat format, long synapses, int indexBits)
    {
        int width = format.Bits + format.LearningBits + Math.Min(format.DelayBits, packing.DelayBits) + indexBits;
        (long full, long rest) = Math.DivRem(synapses, packing.BlockSynapses);
        return (full * Block(packing.BlockSynapses)) + (rest == 0 ? 0 : Block(rest));

        long Block(long count)
        {
            long bits = packing.HeaderBits + (count * width);
            return (bits + packing.WordBits - 1) / packing.WordBits * packing.WordBits;
        }
    }

    /// <summary>Smallest width that the chip offers to address so many compartments.</summary>
    /// <param name="packing">Packing rule.</param>
    /// <param name="compartments">Compartments of the core, at least 1.</param>
    public static int IndexBits(SynapsePacking packing, int compartments)
    {
        int needed = compartments <= 1 ? 1 : BitOperations.Log2((uint)(compartments - 1)) + 1;
        foreach (int offered in packing.IndexBits)
        {
            if (offered >= needed)
            {
                return offered;
            }
        }

        return needed;
    }

    /// <summary>Whether the chip has lists without indices.</summary>
    public static bool HasDenseLists(SynapsePacking packing) => packing.IndexBits.Contains(0);
}
