using Ganglion.ChipSpec.Spec;
using Ganglion.Compiler.Quantize;

namespace Ganglion.Compiler.Partition;

/// <summary>Limits of parts from those of a chip.</summary>
internal static class PartLimitsOf
{
    /// <summary>Class of every population: neurons of one model may share a core; −1 for sources.</summary>
    public static int[] Classes(IntegerNetwork network)
    {
        List<string> models = [];
        int[] classes = new int[network.Registers.Length];
        for (int p = 0; p < classes.Length; p++)
        {
            string? model = network.Registers[p]?.Model;
            if (model is not null && !models.Contains(model))
            {
                models.Add(model);
            }

            classes[p] = model is null ? -1 : models.IndexOf(model);
        }

        return classes;
    }

    /// <summary>Reads the limits.</summary>
    /// <param name="network">The network, with its chip.</param>
    /// <param name="compartmentsPerCore">Compartments of a core, by population.</param>
    /// <param name="parts">Most parts; pinned ones have classes of their own.</param>
    public static PartLimits Read(IntegerNetwork network, int[] compartmentsPerCore, int parts)
    {
        int[] classes = Classes(network);
        int free = classes.Max() + 1;
        int[] compartments = new int[free + parts];
        Array.Fill(compartments, int.MaxValue);
        for (int p = 0; p < classes.Length; p++)
        {
            if (classes[p] >= 0)
            {
                compartments[classes[p]] = Math.Min(compartments[classes[p]], compartmentsPerCore[p]);
            }
        }

        CoreLimits core = network.Chip.Core;
        SynapsePacking? packing = core.SynapseMemoryBits is null ? null : network.Chip.Synapse.Packing;
        return new PartLimits(
            compartments,
            core.InAxons ?? long.MaxValue,
            core.OutAxons ?? long.MaxValue,
            packing is null ? long.MaxValue : core.SynapseMemoryBits!.Value,
            packing is null ? 0 : packing.HeaderBits + (packing.WordBits / 2));
    }
}
