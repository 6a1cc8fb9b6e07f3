using Ganglion.Compiler.Networks;
using Ganglion.Conformance.Tests.Vectors;

namespace Ganglion.Conformance.Tests.TrueNorth;

/// <summary>A vector as a network: every core a population pinned to its tile, every axon the synapses of whoever feeds it.</summary>
internal static class RancNetwork
{
    private const string Input = "input";

    /// <summary>Whether every axon is fed by one neuron, or by packets alone.</summary>
    public static bool CanDescribe(RancVector vector)
    {
        List<(int Tile, int Axon)> fed = [.. vector.Packets.Select(packet => (packet.Tile, packet.Axon)).Distinct()];
        foreach (RancCore core in vector.Cores)
        {
            fed.AddRange(core.Neurons.Select(neuron => (vector.Destination(core, neuron), neuron.Int("destination_axon"))).Where(axon => axon.Item1 != vector.Bus));
        }

        return fed.Count == fed.Distinct().Count();
    }

    public static Network Build(RancVector vector)
    {
        (int Tile, int Axon)[] fed = [.. vector.Packets.Select(packet => (packet.Tile, packet.Axon)).Distinct()];
        NetworkBuilder builder = new("ranc");
        if (fed.Length > 0)
        {
            builder.AddSource(Input, [fed.Length], new ListSource(
                [.. vector.Packets.Select(packet => packet.Timestep)],
                [.. vector.Packets.Select(packet => Array.IndexOf(fed, (packet.Tile, packet.Axon)))]));
        }

        foreach (RancCore core in vector.Cores)
        {
            builder.AddPopulation(RancImage.Population(core.Tile), [core.Neurons.Count], Neurons(vector, core), Pins(core.Tile, core.Neurons.Count));
        }

        builder.AddPopulation(RancImage.Bus, [vector.BusCells], new TrueNorthNeurons(), Pins(vector.Bus, vector.BusCells));
        foreach (RancCore target in vector.Cores)
        {
            Connect(builder, Input, target.Tile, fed.Length, fed.Index().Where(axon => axon.Item.Tile == target.Tile).SelectMany(axon => Row(target, axon.Index, axon.Item.Axon, 1)));
            foreach (RancCore source in vector.Cores)
            {
                Connect(builder, RancImage.Population(source.Tile), target.Tile, source.Neurons.Count, source.Neurons.Index()
                    .Where(neuron => vector.Destination(source, neuron.Item) == target.Tile)
                    .SelectMany(neuron => Row(target, neuron.Index, neuron.Item.Int("destination_axon"), neuron.Item.Int("destination_tick") + 1)));
            }
        }

        foreach (RancCore source in vector.Cores)
        {
            (int, Synapse)[] synapses = [.. source.Neurons.Index()
                .Where(neuron => vector.Destination(source, neuron.Item) == vector.Bus)
                .Select(neuron => (neuron.Index, new Synapse(neuron.Item.Int("destination_axon"), 1, 1)))];
            if (synapses.Length > 0)
            {
                builder.Connect(RancImage.Population(source.Tile), RancImage.Bus, Explicit.FromSynapses(source.Neurons.Count, synapses), unit: new IntegerWeights());
            }
        }

        return builder.Build();
    }

    private static void Connect(NetworkBuilder builder, string source, int tile, int sources, IEnumerable<(int Source, Synapse Synapse)> synapses)
    {
        (int, Synapse)[] listed = [.. synapses];
        if (listed.Length > 0)
        {
            builder.Connect(source, RancImage.Population(tile), Explicit.FromSynapses(sources, listed), unit: new IntegerWeights());
        }
    }

    private static IEnumerable<(int Source, Synapse Synapse)> Row(RancCore target, int source, int axon, int delay) =>
        from neuron in Enumerable.Range(0, target.Neurons.Count)
        where target.Connections[neuron][axon] != 0
        select (source, new Synapse(neuron, target.Weights(target.AxonTypes[axon])[neuron], delay));

    private static TrueNorthNeurons Neurons(RancVector vector, RancCore core) => new()
    {
        Weight0 = core.Weights(0),
        Weight1 = core.Weights(1),
        Weight2 = core.Weights(2),
        Weight3 = core.Weights(3),
        Leak = core.Column("leak"),
        Threshold = core.Column("positive_threshold"),
        NegativeThreshold = core.Column("negative_threshold"),
        NegativeInclusive = [vector.IsNegativeInclusive ? 1 : 0],
        Reset = core.Column("reset_potential"),
        ResetMode = core.Column("reset_mode"),
        InitialPotential = core.Column("current_potential"),
    };

    private static int[] Pins(int tile, int neurons) => [.. Enumerable.Repeat(tile, neurons)];
}
