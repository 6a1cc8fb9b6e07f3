using Ganglion.Compiler.Partition;

namespace Ganglion.Compiler.Place;

/// <summary>Runs the method that the user chose.</summary>
internal sealed class MethodRunner(SpikeGraph graph, PartLimits limits, CoreGrid grid, int[] pinned, CompilerOptions options)
{
    private readonly MappingWork _work = new(options.Effort, options.MappingEnd);

    /// <summary>Maps.</summary>
    /// <param name="sequential">The sequential mapping, which stands where a method finds none.</param>
    public Mapping Run(Mapping sequential) => options.Method switch
    {
        MappingMethod.Multilevel => new MultilevelMapper(graph, limits, grid, pinned, _work, options.MappingSeed).Map(sequential),
        MappingMethod.Greedy => Greedy(sequential),
        MappingMethod.Random => RandomMapping.Draw(graph, limits, grid, pinned, options.MappingSeed) ?? sequential,
        _ => sequential,
    };

    /// <summary>Places given parts.</summary>
    /// <returns>Index of every part's core.</returns>
    public int[] PlaceOnly(Mapping sequential)
    {
        PartTraffic traffic = PartTraffic.Of(new Assignment(graph, limits, pinned.Length, sequential.Part));
        MappingDraws draws = new(options.MappingSeed, 0);
        PlacementSearch search = new(grid, traffic, [.. pinned.Select(core => core >= 0)], _work, draws);
        int[] searched = search.Improve(FirstPlacement.Find(grid, traffic, pinned, draws), _work.ExchangesPerPart);
        return search.Cost(searched) < search.Cost(sequential.Place) ? searched : sequential.Place;
    }

    private Mapping Greedy(Mapping sequential)
    {
        Assignment given = new(graph, limits, pinned.Length, sequential.Part);
        Assignment? grown = PartGrowth.Grow(graph, limits, pinned.Length, given.MeanReached());
        if (grown is null || !grown.Fits())
        {
            return sequential;
        }

        PartTraffic traffic = PartTraffic.Of(grown);
        int[] place = FirstPlacement.Find(grid, traffic, pinned, new MappingDraws(options.MappingSeed, 0));
        return new Mapping(grown.Part, place, MappingCost.Of(traffic, grid, place));
    }
}
