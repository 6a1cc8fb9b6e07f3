using Ganglion.ChipSpec.Identifiers;
using Ganglion.ChipSpec.Spec;
using Ganglion.Compiler.Partition;
using Ganglion.Compiler.Place;

namespace Ganglion.Compiler.Tests.Mapping;

/// <summary>A graph, a mesh of single cores, and a limit of compartments.</summary>
internal sealed class MapperProblem(SpikeGraph graph, int width, int height, int compartments, long axons = long.MaxValue)
{
    public SpikeGraph Graph => graph;

    public int Cores => width * height;

    public int Compartments => compartments;

    public PartLimits Limits { get; } = new([compartments], axons, axons, long.MaxValue, 0);

    public CoreGrid Grid { get; } = CoreGrid.Of(
        new Mesh { Width = width, Height = height, CoresPerTile = 1, Routing = "xy", Multicast = false }, width * height, [], new HashSet<CoreId>());

    public Assignment Assign(int[] part) => new(graph, Limits, Cores, part);

    public Place.Mapping Sequential()
    {
        int[] part = [.. Enumerable.Range(0, graph.Vertices).Select(v => v / compartments)];
        return Of(part, [.. Enumerable.Range(0, Cores)]);
    }

    public Place.Mapping Of(int[] part, int[] place) => new(part, place, MappingCost.Of(PartTraffic.Of(Assign(part)), Grid, place));

    public Place.Mapping Map(CompilerOptions options) => new MethodRunner(graph, Limits, Grid, [.. Enumerable.Repeat(-1, Cores)], options).Run(Sequential());
}
