using Ganglion.ChipSpec.Image;

namespace Ganglion.Cores.Tests;

/// <summary>Images of single cores, as small as a test needs them.</summary>
internal static class CoreImages
{
    public static SynapseMemory NoSynapses { get; } = Memory(slotStride: 32, delaySlots: 1);

    public static CoreImage Of(int compartments, SynapseMemory memory, params (string Name, int[] Values)[] columns) => new()
    {
        Core = 0,
        Model = "loihi-cuba-lif",
        Compartments = compartments,
        Parameters = [.. columns.Select(column => new ParameterColumn { Name = column.Name, Values = column.Values })],
        Synapses = memory,
        AxonsOut = new AxonTable { First = new int[compartments + 1], Core = [], Axon = [] },
        Usage = new CoreUsage
        {
            Compartments = compartments,
            InAxons = memory.Rows.Length,
            OutAxons = 0,
            SynapseMemoryBits = 0,
            CompartmentConfigurations = 1,
            ThresholdConfigurations = 1,
            SynapseConfigurations = 1,
            Synapses = memory.Rows.Sum(row => (long)row.Length),
        },
    };

    public static SynapseMemory Memory(int slotStride, int delaySlots, SynapseRow[]? rows = null, uint[]? words = null, short[]? dense = null) => new()
    {
        SlotStride = slotStride,
        DelaySlots = delaySlots,
        Rows = rows ?? [],
        Words = words ?? [],
        Dense = dense ?? [],
    };

    /// <summary>A synapse memory with one sparse row per axon.</summary>
    public static SynapseMemory Sparse(int slotStride, int delaySlots, params (int Target, int Delay, short Weight)[][] axons)
    {
        var words = new List<uint>();
        var rows = new List<SynapseRow>();
        foreach ((int Target, int Delay, short Weight)[] axon in axons)
        {
            rows.Add(new SynapseRow(words.Count, axon.Length, 0, RowForm.Sparse, RowForm.Sparse));
            words.AddRange(axon.Select(synapse => Word(slotStride, synapse.Target, synapse.Delay, synapse.Weight)));
        }

        return Memory(slotStride, delaySlots, [.. rows], [.. words]);
    }

    public static uint Word(int slotStride, int target, int delay, short weight) =>
        ((uint)(ushort)weight << 16) | (uint)((delay * slotStride) + target);
}
