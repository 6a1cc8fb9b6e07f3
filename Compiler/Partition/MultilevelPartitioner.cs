namespace Ganglion.Compiler.Partition;

/// <summary>Partitions a graph by partitioning coarser and coarser ones first.</summary>
/// <remarks>
/// Clusters are moved before their vertices are, so that a refinement that only sees single moves reaches far (Karypis, Aggarwal, Kumar and
/// Shekhar 1999, IEEE TVLSI 7(1)). A given assignment can be refined in the same way, with clusters that stay within its parts; it never
/// becomes worse by that, which is a second descent of the first kind.
/// </remarks>
internal sealed class MultilevelPartitioner(PartLimits limits, int parts, MappingWork work, double partsPerEdge)
{
    private const int SmallestClusterShare = 12;
    private const double LeastShrinking = 0.92;
    private const int MostLevels = 24;

    /// <summary>Divides a graph.</summary>
    /// <returns>An assignment that fits; <see langword="null"/> where none was found.</returns>
    public Assignment? Partition(SpikeGraph graph, MappingDraws draws)
    {
        if (graph.Pins.Length <= work.MostPins)
        {
            return Descend(graph, null, draws);
        }

        int oneIn = (graph.Pins.Length / work.MostPins) + 1;
        if (Descend(EdgeSample.Of(graph, oneIn, draws), null, draws) is not { } sampled)
        {
            return null;
        }

        Assignment whole = new(graph, limits, parts, sampled.Part);
        return whole.Fits() ? whole : null;
    }

    /// <summary>Refines parts of a graph, on all levels.</summary>
    public Assignment Refine(SpikeGraph graph, int[] part, MappingDraws draws) => Descend(graph, part, draws)!;

    private Assignment? Descend(SpikeGraph graph, int[]? part, MappingDraws draws)
    {
        List<(SpikeGraph Graph, int[] Cluster)> levels = Coarsen(ref graph, ref part, draws);
        Assignment? assignment = part is null ? null : new Assignment(graph, limits, parts, part);
        while (true)
        {
            assignment ??= PartGrowth.Grow(graph, limits, parts, partsPerEdge);
            if (assignment is not null)
            {
                new Refinement(assignment, PartDistance.Equal(parts), work).Run(work.Sweeps, draws);
            }

            if (levels.Count == 0)
            {
                return assignment is { } found && found.Fits() ? found : null;
            }

            (graph, int[] cluster) = levels[^1];
            levels.RemoveAt(levels.Count - 1);
            if (assignment is not null)
            {
                int[] coarse = assignment.Part;
                assignment = new Assignment(graph, limits, parts, [.. cluster.Select(c => coarse[c])]);
            }
        }
    }

    private List<(SpikeGraph Graph, int[] Cluster)> Coarsen(ref SpikeGraph graph, ref int[]? part, MappingDraws draws)
    {
        List<(SpikeGraph, int[])> levels = [];
        int enough = Math.Max(64, parts * 2);
        while (graph.Vertices > enough && levels.Count < MostLevels && !work.IsOver)
        {
            int[] cluster = ClusterSearch.Find(graph, limits, part, SmallestClusterShare, draws);
            SpikeGraph coarse = GraphContraction.Contract(graph, cluster);
            if (coarse.Vertices > graph.Vertices * LeastShrinking)
            {
                break;
            }

            if (part is not null)
            {
                int[] coarsePart = new int[coarse.Vertices];
                for (int v = 0; v < cluster.Length; v++)
                {
                    coarsePart[cluster[v]] = part[v];
                }

                part = coarsePart;
            }

            levels.Add((graph, cluster));
            graph = coarse;
        }

        return levels;
    }
}
