namespace Ganglion.Compiler.Partition;

/// <summary>What the vertices of every cluster take together.</summary>
internal sealed class ClusterTotals
{
    public ClusterTotals(SpikeGraph graph, int[] cluster, int clusters)
    {
        (Size, Bits, InsideIn, InsideOut) = (new int[clusters], new long[clusters], new int[clusters], new int[clusters]);
        (Class, Pinned) = (new int[clusters], new int[clusters]);
        for (int v = 0; v < cluster.Length; v++)
        {
            int c = cluster[v];
            Size[c] += graph.Size[v];
            Bits[c] += graph.Bits[v];
            InsideIn[c] += graph.InsideIn[v];
            InsideOut[c] += graph.InsideOut[v];
            Class[c] = graph.Class[v];
            Pinned[c] = graph.Pinned[v];
        }
    }

    public int[] Size { get; }

    public long[] Bits { get; }

    public int[] InsideIn { get; }

    public int[] InsideOut { get; }

    public int[] Class { get; }

    public int[] Pinned { get; }
}
