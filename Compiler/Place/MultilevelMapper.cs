using Ganglion.Compiler.Partition;

namespace Ganglion.Compiler.Place;

/// <summary>Partitions and places in turns, and keeps the best.</summary>
/// <remarks>
/// Every start divides the graph by the number of messages, places the parts, and then moves vertices by hops and parts by hops until a
/// round gains little: a vertex may then go to a part that is near instead of one that saves a message. Odd starts refine the sequential
/// division instead of a new one. The sequential mapping itself is the first candidate, so the result is never worse than it.
/// </remarks>
internal sealed class MultilevelMapper(SpikeGraph graph, PartLimits limits, CoreGrid grid, int[] pinned, MappingWork work, ulong seed)
{
    private const int LargeGraph = 300_000;
    private const double LeastGain = 0.005;

    private readonly bool[] _isFixed = [.. pinned.Select(core => core >= 0)];

    /// <summary>Searches for a mapping.</summary>
    /// <param name="sequential">A mapping that fits.</param>
    /// <returns>The best mapping found, which may be the given one.</returns>
    public Mapping Map(Mapping sequential)
    {
        Mapping best = sequential;
        int nonEmpty = sequential.Part.Distinct().Count();
        if (nonEmpty < 2)
        {
            return best;
        }

        Assignment given = new(graph, limits, pinned.Length, sequential.Part);
        bool canRefine = given.Fits();
        MultilevelPartitioner partitioner = new(limits, pinned.Length, work, given.MeanReached());
        int starts = work.Effort == MappingEffort.Quick && graph.Vertices < LargeGraph ? 2 : work.Starts;
        for (int start = 0; start < starts && !work.IsOver; start++)
        {
            MappingDraws draws = new(seed, (ulong)start);
            Assignment? assignment = start % 2 == 1 && canRefine
                ? partitioner.Refine(graph, start % 4 == 1 ? sequential.Part : best.Part, draws)
                : partitioner.Partition(graph, draws);
            if (assignment is not null)
            {
                Keep(ref best, Finish(assignment, draws, ref best));
            }
        }

        return best;
    }

    private Mapping Finish(Assignment assignment, MappingDraws draws, ref Mapping best)
    {
        PartTraffic traffic = PartTraffic.Of(assignment);
        int[] place = FirstPlacement.Find(grid, traffic, pinned, draws);
        double before = double.PositiveInfinity;
        for (int round = 0; ; round++)
        {
            place = new PlacementSearch(grid, traffic, _isFixed, work, draws).Improve(place, work.ExchangesPerPart / (round == 0 ? 1 : 4));
            Mapping now = new([.. assignment.Part], [.. place], MappingCost.Of(traffic, grid, place));
            Keep(ref best, now);
            if (round >= work.Rounds || work.IsOver || now.Cost.Total > before * (1 - LeastGain))
            {
                return graph.Vertices > SmallNetworkSearch.MostVertices ? now : new SmallNetworkSearch(grid, work, draws).Improve(now, assignment);
            }

            before = now.Cost.Total;
            PartDistance distance = new([.. place.Select(core => grid.X[core])], [.. place.Select(core => grid.Y[core])], MappingCost.MessagePrice);
            new Refinement(assignment, distance, work).Run(graph.Pins.Length > work.MostPins ? 1 : work.Sweeps, draws);
            traffic = PartTraffic.Of(assignment);
        }
    }

    private static void Keep(ref Mapping best, Mapping other) => best = other.Cost.Total < best.Cost.Total ? other : best;
}
