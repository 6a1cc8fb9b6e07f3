using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Writing;
using Ganglion.Compiler.Allocate;
using Ganglion.Compiler.Check;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Partition;
using Ganglion.Compiler.Quantize;

namespace Ganglion.Compiler.Families.Odin;

/// <summary>Last pass: writes the one core of ODIN into an image.</summary>
/// <remarks>
/// Row i holds the synapses of slot i as 4 bits: the weight's magnitude, and the mapping bit for every synapse of the network. The sign is
/// a register of the slot. Neurons have no axons out: the core follows their spikes by itself.
/// </remarks>
internal static class OdinAllocator
{
    private const int MappingBit = 8;
    private const int SynapseBits = 4;
    private const int NeverFires = 255;

    /// <summary>Builds the image.</summary>
    public static ChipImage Allocate(OdinNetwork network)
    {
        Network described = network.Valid.Network;
        int slots = network.Layout.Slots;
        SynapseMemory memory = Synapses(network);
        ParameterColumn[] parameters = Parameters(network);
        int rows = memory.Rows.Count(row => row.Length > 0);
        CoreImage core = new()
        {
            Core = 0,
            Model = NeuronModels.OdinLif,
            Compartments = slots,
            Runs = Runs(network),
            Parameters = parameters,
            Synapses = memory,
            AxonsOut = new AxonTable { First = new int[slots + 1], Core = [], Axon = [] },
            Usage = new CoreUsage
            {
                Compartments = slots,
                InAxons = rows,
                OutAxons = 0,
                SynapseMemoryBits = (long)rows * OdinLimits.Slots(network.Valid.Chip) * SynapseBits,
                CompartmentConfigurations = 0,
                ThresholdConfigurations = 0,
                SynapseConfigurations = 0,
                Synapses = memory.Words.Length,
            },
        };
        return new ChipImage
        {
            NetworkName = described.Name,
            NetworkHash = NetworkHash.Compute(described),
            ChipSpec = ChipSpecWriter.Write(network.Valid.Chip),
            TimestepSeconds = described.TimestepSeconds,
            Populations = ImagePopulations.Describe(described, network.PotentialScale),
            Cores = [core],
            Sources = ImagePopulations.DescribeSources(described, [.. described.Populations.Select((population, p) => AxonsOut(network, memory, population, p))]),
        };
    }

    private static CompartmentRun[] Runs(OdinNetwork network) =>
    [
        .. Neurons(network).Select(p => new CompartmentRun
        {
            Population = p, FirstNeuron = 0, FirstCompartment = network.Layout.First(p), Count = network.Valid.Network.Populations[p].Count,
        }),
    ];

    private static IEnumerable<int> Neurons(OdinNetwork network) =>
        Enumerable.Range(0, network.Registers.Length).Where(p => network.Registers[p] is not null);

    private static SynapseMemory Synapses(OdinNetwork network)
    {
        List<uint>[] slots = [.. Enumerable.Range(0, network.Layout.Slots).Select(_ => new List<uint>())];
        foreach ((int slot, int target, short weight, _) in AllSynapses(network))
        {
            slots[slot].Add(((uint)(Math.Abs(weight) | MappingBit) << 16) | (uint)target);
        }

        SynapseRow[] rows = new SynapseRow[slots.Length];
        int start = 0;
        for (int slot = 0; slot < rows.Length; slot++)
        {
            slots[slot].Sort((a, b) => (a & 0xffff).CompareTo(b & 0xffff));
            rows[slot] = new SynapseRow(start, slots[slot].Count, 0, RowForm.Sparse, RowForm.Dense);
            start += slots[slot].Count;
        }

        return new SynapseMemory
        {
            SlotStride = CoreSizing.SlotStride(rows.Length),
            DelaySlots = 1,
            Rows = rows,
            Words = [.. slots.SelectMany(slot => slot)],
            Dense = [],
        };
    }

    private static IEnumerable<(int Slot, int Target, short Weight, bool Inhibits)> AllSynapses(OdinNetwork network)
    {
        foreach (IntegerProjection projection in network.Projections)
        {
            int sources = network.Valid.Network.Populations[projection.Source].Count;
            bool isInhibitory = OdinSourceCheck.IsInhibitory(projection.Description.Unit);
            for (int neuron = 0; neuron < sources; neuron++)
            {
                foreach (IntegerSynapse synapse in projection.Row(neuron).ToArray())
                {
                    yield return (
                        network.Layout.First(projection.Source) + neuron, network.Layout.First(projection.Target) + synapse.Target, synapse.Contribution,
                        isInhibitory || synapse.Contribution < 0);
                }
            }
        }
    }

    /// <summary>One axon for each neuron of a source that has synapses; none for neurons.</summary>
    private static AxonTable AxonsOut(OdinNetwork network, SynapseMemory memory, Population population, int index)
    {
        int[] first = new int[population.Count + 1];
        List<int> axons = [];
        for (int neuron = 0; neuron < population.Count; neuron++)
        {
            int slot = network.Layout.First(index) + neuron;
            if (population is SourcePopulation && memory.Rows[slot].Length > 0)
            {
                axons.Add(slot);
            }

            first[neuron + 1] = axons.Count;
        }

        return new AxonTable { First = first, Core = new int[axons.Count], Axon = [.. axons] };
    }

    private static ParameterColumn[] Parameters(OdinNetwork network)
    {
        return
        [
            One("openLoop", network.Layout.IsOpenLoop ? 1 : 0),
            One("updateUnmapped", network.Settings.UpdateUnmapped ? 1 : 0),
            One("propagateUnmapped", network.Settings.PropagateUnmapped ? 1 : 0),
            One("timeReferencePeriod", network.Settings.TimeReferencePeriod),
            One("slots", OdinLimits.Slots(network.Valid.Chip)),
            Inhibitory(network),
            Column("leak", n => n.Leak, 0),
            Column("leakEnabled", n => [.. n.Leak.Select(leak => leak > 0 ? 1 : 0)], 0),
            Column("threshold", n => n.Threshold, NeverFires),
            Column("calciumEnabled", n => n.CalciumEnabled, 0),
            Column("learningPotential", n => n.LearningPotential, 0),
            Column("calciumLow", n => n.CalciumLow, 0),
            Column("calciumMiddle", n => n.CalciumMiddle, 0),
            Column("calciumHigh", n => n.CalciumHigh, 0),
            Column("calciumPeriod", n => n.CalciumPeriod, 0),
            Column("disabled", n => n.Disabled, 1),
            Column("v", n => n.InitialPotential, 0),
            Column("ca", n => n.InitialCalcium, 0),
        ];

        static ParameterColumn One(string name, int value) => new() { Name = name, Values = [value] };

        ParameterColumn Column(string name, Func<OdinNeurons, IReadOnlyList<int>> select, int otherwise)
        {
            int[] values = new int[network.Layout.Slots];
            Array.Fill(values, otherwise);
            foreach (int p in Neurons(network))
            {
                IReadOnlyList<int> register = select(network.Registers[p]!);
                for (int i = 0; i < network.Valid.Network.Populations[p].Count; i++)
                {
                    values[network.Layout.First(p) + i] = register.At(i);
                }
            }

            return Compact(name, values);
        }
    }

    /// <summary>Slots whose synapses inhibit: those with a weight below 0, or in a format that holds no other.</summary>
    private static ParameterColumn Inhibitory(OdinNetwork network)
    {
        int[] values = new int[network.Layout.Slots];
        foreach ((int slot, _, _, bool inhibits) in AllSynapses(network))
        {
            values[slot] |= inhibits ? 1 : 0;
        }

        return Compact("inhibitory", values);
    }

    private static ParameterColumn Compact(string name, int[] values) =>
        new() { Name = name, Values = Array.TrueForAll(values, value => value == values[0]) ? [values[0]] : values };
}
