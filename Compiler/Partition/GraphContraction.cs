namespace Ganglion.Compiler.Partition;

/// <summary>Makes the graph of clusters: edges between them, equal ones merged, and what stays within a cluster as its own need.</summary>
internal static class GraphContraction
{
    /// <summary>Contracts a graph.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="cluster">Cluster of every vertex.</param>
    public static SpikeGraph Contract(SpikeGraph graph, int[] cluster)
    {
        int clusters = cluster.Length == 0 ? 0 : cluster.Max() + 1;
        (int[] memberStart, int[] members) = Members(cluster, clusters);
        ClusterTotals totals = new(graph, cluster, clusters);
        EdgeMerger merger = new(graph, cluster, clusters);
        int[] ownStart = new int[clusters + 1];
        for (int c = 0; c < clusters; c++)
        {
            ownStart[c] = merger.Edges;
            merger.BeginSource(c);
            for (int i = memberStart[c]; i < memberStart[c + 1]; i++)
            {
                int vertex = members[i];
                for (int edge = graph.OwnStart[vertex]; edge < graph.OwnStart[vertex + 1]; edge++)
                {
                    if (!merger.Add(edge))
                    {
                        totals.InsideIn[c] += graph.InAxons[edge];
                        totals.InsideOut[c] += graph.OutAxons[edge];
                    }
                }
            }
        }

        ownStart[clusters] = merger.Edges;
        merger.BeginSource(-1);
        for (int edge = graph.OwnStart[^1]; edge < graph.Edges; edge++)
        {
            merger.Add(edge);
        }

        return merger.Build(ownStart, totals);
    }

    private static (int[] Start, int[] Members) Members(int[] cluster, int clusters)
    {
        int[] start = new int[clusters + 1];
        foreach (int c in cluster)
        {
            start[c + 1]++;
        }

        for (int c = 0; c < clusters; c++)
        {
            start[c + 1] += start[c];
        }

        int[] next = start[..^1];
        int[] members = new int[cluster.Length];
        for (int v = 0; v < cluster.Length; v++)
        {
            members[next[cluster[v]]++] = v;
        }

        return (start, members);
    }
}
