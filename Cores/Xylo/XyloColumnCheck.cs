using Ganglion.ChipSpec.Image;
using Ganglion.Cores.Neurons;

namespace Ganglion.Cores.Xylo;

/// <summary>Checks once, at loading, that registers and states of a Xylo core are within their widths.</summary>
internal static class XyloColumnCheck
{
    /// <summary>Checks all columns.</summary>
    /// <param name="table">Columns of the core.</param>
    /// <param name="memory">Its synapse rows.</param>
    /// <exception cref="ArgumentException">A value is out of range, or the synapse memory has other slots than one for each synapse state.</exception>
    public static void Check(CompartmentTable table, SynapseMemory memory)
    {
        if (table.Compartments == 0)
        {
            throw new ArgumentException("The core has no compartments.");
        }

        if (memory.Receptors != XyloCore.SynapseStates || memory.DelaySlots != XyloCore.SynapseStates)
        {
            throw new ArgumentException(
                $"The synapse memory has {memory.DelaySlots} slots for {memory.Receptors} receptors; a compartment has {XyloCore.SynapseStates} synapse states and no delay.");
        }

        Expect(table, "inputAxons", 0, memory.Rows.Length);
        Expect(table, "synapseDash", 0, XyloSoma.LargestDash);
        Expect(table, "secondSynapseDash", 0, XyloSoma.LargestDash);
        Expect(table, "membraneDash", 0, XyloSoma.LargestDash);
        Expect(table, "threshold", short.MinValue, short.MaxValue);
        Expect(table, "bias", short.MinValue, short.MaxValue);
        Expect(table, "maximumSpikes", 0, XyloCore.LargestSpikes);
        Expect(table, "alias", -1, table.Compartments - 1);
        Expect(table, "isyn", short.MinValue, short.MaxValue);
        Expect(table, "isyn2", short.MinValue, short.MaxValue);
        Expect(table, "v", short.MinValue, short.MaxValue);
        Expect(table, "s", 0, XyloCore.LargestSpikes);
        for (int compartment = 0; compartment < table.Compartments; compartment++)
        {
            if (table["alias"][compartment] == compartment)
            {
                throw new ArgumentException($"Compartment {compartment} is its own alias.");
            }
        }
    }

    private static void Expect(CompartmentTable table, string name, int min, int max)
    {
        foreach (int value in table[name].AsSpan(0, table.Compartments))
        {
            if (value < min || value > max)
            {
                throw new ArgumentException($"Column '{name}' has the value {value}, which is not in {min} to {max}.");
            }
        }
    }
}
