using Ganglion.ChipSpec.Image;
using Ganglion.Conformance.Tests.Vectors;

namespace Ganglion.Conformance.Tests.TrueNorth;

/// <summary>The chip image of a vector, axon by axon as the vector gives it.</summary>
/// <remarks>
/// A cell of the output bus is a neuron that fires once for whatever reaches it, one timestep later. The packets come from a source with one
/// neuron per axon.
/// </remarks>
internal static class RancImage
{
    public const string Bus = "bus";

    private const int Slots = 16;

    /// <summary>Name of the population on a tile.</summary>
    public static string Population(int tile) => $"core{tile}";

    public static ChipImage Build(RancVector vector)
    {
        int[] tiles = [.. vector.Cores.Select(core => core.Tile), vector.Bus];
        Array.Sort(tiles);
        Dictionary<int, int> indexOf = tiles.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        List<CoreImage> cores = [.. vector.Cores.Select((core, i) => BuildCore(vector, core, i + 1, indexOf))];
        cores.Insert(indexOf[vector.Bus], BuildBus(vector, vector.Cores.Count + 1));
        List<(int Core, int Axon)> axons =
            [.. vector.Cores.SelectMany(core => core.AxonTypes.Index().Select(axon => (indexOf[core.Tile], axon.Index)))];
        Dictionary<(int, int), int> sourceOf = axons.Index().ToDictionary(pair => pair.Item, pair => pair.Index);

        List<PopulationImage> populations = [Named("input", 0, axons.Count) with { IsSource = true }];
        foreach ((string name, int count) in vector.Cores.Select(core => (Population(core.Tile), core.Neurons.Count)).Append((Bus, vector.BusCells)))
        {
            populations.Add(Named(name, populations[^1].FirstNeuron + populations[^1].Count, count));
        }

        return new ChipImage
        {
            NetworkName = "ranc",
            NetworkHash = "",
            ChipSpec = "",
            Populations = populations,
            Cores = cores,
            Sources =
            [
                new SourceImage
                {
                    Population = 0,
                    Kind = SourceKind.List,
                    SpikeTimesteps = [.. vector.Packets.Select(packet => packet.Timestep)],
                    SpikeNeurons = [.. vector.Packets.Select(packet => sourceOf[(indexOf[packet.Tile], packet.Axon)])],
                    AxonsOut = new AxonTable
                    {
                        First = [.. Enumerable.Range(0, axons.Count + 1)],
                        Core = [.. axons.Select(axon => axon.Core)],
                        Axon = [.. axons.Select(axon => axon.Axon)],
                    },
                },
            ],
        };
    }

    private static CoreImage BuildCore(RancVector vector, RancCore core, int population, Dictionary<int, int> indexOf)
    {
        int[] targets = [.. core.Neurons.Select(neuron => vector.Destination(core, neuron))];
        AxonTable axonsOut = new()
        {
            First = [.. Enumerable.Range(0, targets.Length + 1)],
            Core = [.. targets.Select(tile => indexOf[tile])],
            Axon = core.Column("destination_axon"),
            Delay = [.. core.Column("destination_tick").Select((delay, i) => targets[i] == vector.Bus ? 0 : delay)],
        };
        bool[][] reached = [.. core.AxonTypes.Select((_, axon) => core.Connections.Select(row => row[axon] != 0).ToArray())];
        return Core(core.Tile, population, core.Neurons.Count, axonsOut, reached, core.AxonTypes, [
            Column("weight0", core.Weights(0)),
            Column("weight1", core.Weights(1)),
            Column("weight2", core.Weights(2)),
            Column("weight3", core.Weights(3)),
            Column("leak", core.Column("leak")),
            Column("threshold", core.Column("positive_threshold")),
            Column("negativeThreshold", core.Column("negative_threshold")),
            Column("negativeInclusive", [vector.IsNegativeInclusive ? 1 : 0]),
            Column("reset", core.Column("reset_potential")),
            Column("resetMode", core.Column("reset_mode")),
            Column("minimumPotential", [int.MinValue]),
            Column("maximumPotential", [int.MaxValue]),
            Column("v", core.Column("current_potential")),
        ]);
    }

    private static CoreImage BuildBus(RancVector vector, int population)
    {
        int[] types = new int[vector.BusCells];
        bool[][] reached = [.. types.Select((_, axon) => types.Select((_, cell) => cell == axon).ToArray())];
        AxonTable silent = new() { First = new int[vector.BusCells + 1], Core = [], Axon = [] };
        return Core(vector.Bus, population, vector.BusCells, silent, reached, types, [Column("weight0", [1])]);
    }

    private static CoreImage Core(
        int tile, int population, int neurons, AxonTable axonsOut, bool[][] reached, int[] types, ParameterColumn[] parameters)
    {
        List<uint> words = [];
        SynapseRow[] rows = new SynapseRow[types.Length];
        for (int axon = 0; axon < rows.Length; axon++)
        {
            int start = words.Count;
            words.AddRange(reached[axon].Index().Where(pair => pair.Item).Select(pair => ((uint)types[axon] << 16) | (uint)pair.Index));
            rows[axon] = new SynapseRow(start, words.Count - start, 0, RowForm.Sparse, RowForm.Dense);
        }

        return new CoreImage
        {
            Core = tile,
            Model = "truenorth-lif",
            Compartments = neurons,
            Runs = [new CompartmentRun { Population = population, FirstNeuron = 0, FirstCompartment = 0, Count = neurons }],
            Parameters = parameters,
            Synapses = new SynapseMemory { SlotStride = 256, DelaySlots = Slots, Rows = rows, Words = [.. words], Dense = [] },
            AxonsOut = axonsOut,
            Usage = new CoreUsage
            {
                Compartments = neurons,
                InAxons = types.Length,
                OutAxons = axonsOut.Core.Length,
                SynapseMemoryBits = 0,
                CompartmentConfigurations = 0,
                ThresholdConfigurations = 0,
                SynapseConfigurations = 0,
                Synapses = words.Count,
            },
        };
    }

    private static ParameterColumn Column(string name, int[] values) => new() { Name = name, Values = values };

    private static PopulationImage Named(string name, int first, int count) => new() { Name = name, FirstNeuron = first, Count = count, Shape = [count] };
}
