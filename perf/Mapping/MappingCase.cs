using Ganglion.ChipSpec.Identifiers;
using Ganglion.ChipSpec.Spec;
using Ganglion.Compiler.Partition;
using Ganglion.Compiler.Place;
using Ganglion.Perf.Mapping.Networks;

namespace Ganglion.Perf.Mapping;

/// <summary>A network on a mesh whose cores it fills to nine tenths.</summary>
internal sealed class MappingCase
{
    private const double Filled = 0.9;

    private readonly RowNetwork _network;
    private readonly int _compartments;

    public MappingCase(string name, int neurons, int fanOut, int width, int height, ulong seed, long axons)
    {
        Name = name;
        _network = NamedNetworks.Create(name, neurons, fanOut, seed);
        Graph = RowGraph.Multicast(_network);
        int cores = width * height;
        _compartments = (int)Math.Ceiling(neurons / (cores * Filled));
        Limits = new PartLimits([_compartments], axons, axons, long.MaxValue, 0);
        Mesh mesh = new() { Width = width, Height = height, CoresPerTile = 1, Routing = "xy", Multicast = false };
        Grid = CoreGrid.Of(mesh, cores, [], new HashSet<CoreId>());
        Free = new int[cores];
        Array.Fill(Free, -1);
    }

    public string Name { get; }

    public SpikeGraph Graph { get; }

    public PartLimits Limits { get; }

    public CoreGrid Grid { get; }

    /// <summary>No part is pinned.</summary>
    public int[] Free { get; }

    /// <summary>Neurons in their order on cores in theirs.</summary>
    public Ganglion.Compiler.Place.Mapping Sequential()
    {
        int[] part = [.. Enumerable.Range(0, Graph.Vertices).Select(v => v / _compartments)];
        int[] place = [.. Enumerable.Range(0, Free.Length)];
        return new Ganglion.Compiler.Place.Mapping(part, place, MappingCost.Of(PartTraffic.Of(Assign(part)), Grid, place));
    }

    public Assignment Assign(int[] part) => new(Graph, Limits, Free.Length, part);

    /// <summary>Partitioning that counts cut synapses, then placement of what is cut by local search: what mappers for ordinary graphs do.</summary>
    public Ganglion.Compiler.Place.Mapping EdgeCut(MappingWork work, ulong seed)
    {
        SpikeGraph pairs = RowGraph.Pairwise(_network);
        MappingDraws draws = new(seed, 0);
        MultilevelPartitioner partitioner = new(Limits, Free.Length, work, 1);
        int[] start = [.. Enumerable.Range(0, Graph.Vertices).Select(v => v / _compartments)];
        Assignment[] both = [.. new[] { partitioner.Partition(pairs, draws), partitioner.Refine(pairs, start, draws) }.OfType<Assignment>()];
        Assignment cut = both.MinBy(PartDistance.Equal(Free.Length).Cost)!;
        PartTraffic traffic = PartTraffic.Of(cut);
        PlacementSearch search = new(Grid, traffic, new bool[Free.Length], work, draws);
        int[] place = search.Improve(FirstPlacement.Find(Grid, traffic, Free, draws), work.ExchangesPerPart);
        return new Ganglion.Compiler.Place.Mapping([.. cut.Part], place, MappingCost.Of(PartTraffic.Of(Assign(cut.Part)), Grid, place));
    }
}
