using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Writing;
using Ganglion.Compiler.Allocate;
using Ganglion.Compiler.Check;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Partition;
using Ganglion.Compiler.Quantize;

namespace Ganglion.Compiler.Families.Xylo;

/// <summary>Last pass: writes the one core of Xylo into an image.</summary>
/// <remarks>Rows keep the order of the network where a neuron is reached twice.</remarks>
internal static class XyloAllocator
{
    private const int SynapseStates = 2;
    private const int HiddenSpikes = 31;
    private const int OutputSpikes = 1;

    /// <summary>Builds the image.</summary>
    public static ChipImage Allocate(XyloNetwork network)
    {
        Network described = network.Valid.Network;
        SynapseMemory memory = Synapses(network);
        AxonTable[] axonsOut = [.. described.Populations.Select((population, p) => AxonsOut(network, memory, population, p))];
        int[] order = [.. Enumerable.Range(0, described.Populations.Count).Where(p => described.Populations[p] is NeuronPopulation).OrderBy(network.Layout.First)];
        CompartmentRun[] runs =
        [
            .. order.Select(p => new CompartmentRun
            {
                Population = p, FirstNeuron = 0, FirstCompartment = network.Layout.First(p), Count = described.Populations[p].Count,
            }),
        ];
        AxonTable table = Join(order.Select(p => axonsOut[p]));
        ParameterColumn[] parameters = Parameters(network, order);
        CoreImage core = new()
        {
            Core = 0,
            Model = NeuronModels.XyloCubaLif,
            Compartments = network.Layout.Compartments,
            Runs = runs,
            Parameters = parameters,
            Synapses = memory,
            AxonsOut = table,
            Usage = new CoreUsage
            {
                Compartments = network.Layout.Compartments,
                InAxons = memory.Rows.Length,
                OutAxons = table.Core.Length,
                SynapseMemoryBits = 0,
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
            Sources = ImagePopulations.DescribeSources(described, axonsOut),
        };
    }

    private static SynapseMemory Synapses(XyloNetwork network)
    {
        XyloLayout layout = network.Layout;
        int stride = CoreSizing.SlotStride(layout.Compartments);
        List<(int Accumulator, short Weight)>?[] axons = new List<(int, short)>?[layout.Channels + layout.Hidden];
        foreach (IntegerProjection projection in network.Projections)
        {
            Population source = network.Valid.Network.Populations[projection.Source];
            int firstAxon = layout.FirstAxon(projection.Source, source is SourcePopulation);
            int firstAccumulator = (projection.Description.Receptor * stride) + layout.First(projection.Target);
            for (int neuron = 0; neuron < source.Count; neuron++)
            {
                foreach (IntegerSynapse synapse in projection.Row(neuron))
                {
                    (axons[firstAxon + neuron] ??= []).Add((firstAccumulator + synapse.Target, synapse.Contribution));
                }
            }
        }

        List<uint> words = [];
        SynapseRow[] rows = new SynapseRow[axons.Length];
        for (int axon = 0; axon < rows.Length; axon++)
        {
            int start = words.Count;
            foreach ((int accumulator, short weight) in (axons[axon] ?? []).OrderBy(synapse => synapse.Accumulator))
            {
                words.Add(((uint)(ushort)weight << 16) | (uint)accumulator);
            }

            rows[axon] = new SynapseRow(start, words.Count - start, 0, RowForm.Sparse, RowForm.Sparse);
        }

        return new SynapseMemory { SlotStride = stride, DelaySlots = SynapseStates, Receptors = SynapseStates, Rows = rows, Words = [.. words], Dense = [] };
    }

    /// <summary>One axon for each neuron that has synapses.</summary>
    private static AxonTable AxonsOut(XyloNetwork network, SynapseMemory memory, Population population, int index)
    {
        int[] first = new int[population.Count + 1];
        List<int> axons = [];
        int firstAxon = network.Layout.FirstAxon(index, population is SourcePopulation);
        for (int neuron = 0; neuron < population.Count; neuron++)
        {
            if (!network.Layout.IsOutput(index) && memory.Rows[firstAxon + neuron].Length > 0)
            {
                axons.Add(firstAxon + neuron);
            }

            first[neuron + 1] = axons.Count;
        }

        return new AxonTable { First = first, Core = new int[axons.Count], Axon = [.. axons] };
    }

    private static AxonTable Join(IEnumerable<AxonTable> tables)
    {
        List<int> first = [0];
        List<int> axons = [];
        foreach (AxonTable table in tables)
        {
            int before = axons.Count;
            first.AddRange(table.First.Skip(1).Select(entry => before + entry));
            axons.AddRange(table.Axon);
        }

        return new AxonTable { First = [.. first], Core = new int[axons.Count], Axon = [.. axons] };
    }

    private static ParameterColumn[] Parameters(XyloNetwork network, int[] populations)
    {
        return
        [
            new ParameterColumn { Name = "inputAxons", Values = [network.Layout.Channels] },
            Column("synapseDash", (r, _, i) => r.SynapseDash.At(i)),
            Column("secondSynapseDash", (r, _, i) => r.SecondSynapseDash.At(i)),
            Column("membraneDash", (r, _, i) => r.MembraneDash.At(i)),
            Column("threshold", (r, _, i) => r.Threshold.At(i)),
            Column("bias", (r, _, i) => r.Bias.At(i)),
            Column("maximumSpikes", (_, p, _) => network.Layout.IsOutput(p) ? OutputSpikes : HiddenSpikes),
            Column("alias", (r, p, i) => r.Alias.At(i) is >= 0 and var target ? network.Layout.First(p) + target : -1),
        ];

        ParameterColumn Column(string name, Func<XyloRegisters, int, int, int> select)
        {
            int[] values =
            [
                .. populations.SelectMany(p => Enumerable.Range(0, network.Valid.Network.Populations[p].Count).Select(i => select(network.Registers[p]!, p, i))),
            ];
            return new ParameterColumn { Name = name, Values = Array.TrueForAll(values, value => value == values[0]) ? [values[0]] : values };
        }
    }
}
