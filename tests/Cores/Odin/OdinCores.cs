using System.Numerics;
using Ganglion.ChipSpec.Image;
using Ganglion.Cores.Odin;

namespace Ganglion.Cores.Tests.Odin;

/// <summary>ODIN cores as small as a test needs them.</summary>
internal static class OdinCores
{
    public const int TimeReference = 0x0007f;
    public const int SeparateAll = 0x00000;

    /// <summary>A mapped synapse.</summary>
    public static short Mapped(int weight) => (short)(8 | weight);

    /// <summary>Bus word of a virtual synapse.</summary>
    public static int Virtual(int neuron, int weight, bool inhibitory = false) => (neuron << 8) | (weight << 5) | (inhibitory ? 0x11 : 0x01);

    /// <summary>Bus word of a single synapse.</summary>
    public static int Single(int source, int target) => 0x10000 | (source << 8) | target;

    /// <summary>Neurons without synapses.</summary>
    public static short[][] Unconnected(int neurons) => [.. Enumerable.Range(0, neurons).Select(_ => new short[neurons])];

    /// <summary>A core with synapses <c>[source][target]</c>; axon in n + i is the i-th bus word.</summary>
    public static OdinCore Make(short[][] synapses, int[] words, params (string Name, int[] Values)[] columns)
    {
        int neurons = synapses.Length;
        int stride = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(neurons, 8));
        SynapseRow[] rows =
        [
            .. synapses.Select((row, source) => new SynapseRow(source * neurons, row.Length, 0, RowForm.Dense, RowForm.Dense)),
            .. words.Select(word => new SynapseRow(0, 0, word, RowForm.Shared, RowForm.Shared)),
        ];
        SynapseMemory memory = CoreImages.Memory(stride, 2, rows, dense: [.. synapses.SelectMany(row => row)]);
        return new OdinCore(CoreImages.Of(neurons, memory, columns) with { Model = OdinCore.Model });
    }

    /// <summary>Runs one timestep in which the given axons act.</summary>
    public static int[] Step(this Core core, long timestep, params AxonEvent[] events)
    {
        core.Deliver(timestep - 1, events);
        core.Update(timestep);
        return core.Spikes.ToArray();
    }
}
