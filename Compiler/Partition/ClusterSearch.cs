namespace Ganglion.Compiler.Partition;

/// <summary>Finds vertices that belong together: those that share sources, and those that talk to each other.</summary>
/// <remarks>
/// One level of coarsening (Karypis and Kumar 1999, multilevel hypergraph partitioning, DAC 36): every vertex joins the cluster with which
/// it shares most rate per pin. Sharing sources counts as much as talking, since parts pay for each source once, however many of its
/// targets they hold (hyperedge overlap: Ronzani and Silvano 2026, arXiv:2601.16118). Vertices look at samples of long lists, so a level
/// costs time in proportion to the vertices.
/// </remarks>
internal sealed class ClusterSearch
{
    private const int EdgesSampled = 24;
    private const int PinsSampled = 16;

    private readonly SpikeGraph _graph;
    private readonly PartLimits _limits;
    private readonly int[]? _part;
    private readonly int _share;
    private readonly int[] _cluster;
    private readonly long[] _size;
    private readonly long[] _bits;
    private readonly long[] _in;
    private readonly long[] _out;
    private readonly double[] _rating;
    private readonly List<int> _rated = [];

    private ClusterSearch(SpikeGraph graph, PartLimits limits, int[]? part, int share)
    {
        (_graph, _limits, _part, _share) = (graph, limits, part, share);
        _cluster = [.. Enumerable.Range(0, graph.Vertices)];
        _size = [.. graph.Size];
        _bits = [.. graph.Bits];
        _rating = new double[graph.Vertices];
        _in = new long[graph.Vertices];
        _out = new long[graph.Vertices];
        for (int v = 0; v < graph.Vertices; v++)
        {
            _in[v] = graph.InsideIn[v] + graph.InStart[v + 1] - graph.InStart[v];
            _out[v] = graph.InsideOut[v] + graph.OwnStart[v + 1] - graph.OwnStart[v];
        }
    }

    /// <summary>Finds clusters.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="limits">What a part may hold.</param>
    /// <param name="part">Parts that clusters must not cross; <see langword="null"/> for none.</param>
    /// <param name="share">A cluster takes at most this fraction of a part: one in so many.</param>
    /// <param name="draws">Order of the vertices.</param>
    /// <returns>A number of every vertex's cluster, without gaps, in the order of the vertices.</returns>
    public static int[] Find(SpikeGraph graph, PartLimits limits, int[]? part, int share, MappingDraws draws)
    {
        ClusterSearch search = new(graph, limits, part, share);
        bool[] isJoined = new bool[graph.Vertices];
        foreach (int vertex in draws.Permutation(graph.Vertices))
        {
            if (!isJoined[vertex] && graph.Pinned[vertex] < 0 && search.Best(vertex) is >= 0 and var cluster)
            {
                isJoined[vertex] = isJoined[cluster] = true;
                search.Join(vertex, cluster);
            }
        }

        return search.Numbered();
    }

    private int Best(int vertex)
    {
        foreach (int edge in Sample(_graph.Incoming(vertex), EdgesSampled, vertex))
        {
            int length = _graph.PinStart[edge + 1] - _graph.PinStart[edge];
            double rating = _graph.Rate[edge] / length;
            if (_graph.Source[edge] is >= 0 and var source)
            {
                Rate(vertex, source, rating);
            }

            foreach (int pin in Sample(_graph.PinsOf(edge), PinsSampled, vertex))
            {
                Rate(vertex, pin, rating);
            }
        }

        for (int edge = _graph.OwnStart[vertex]; edge < Math.Min(_graph.OwnStart[vertex + 1], _graph.OwnStart[vertex] + EdgesSampled); edge++)
        {
            ReadOnlySpan<int> pins = _graph.PinsOf(edge);
            foreach (int pin in Sample(pins, PinsSampled, vertex))
            {
                Rate(vertex, pin, _graph.Rate[edge] / pins.Length);
            }
        }

        int best = -1;
        double most = 0;
        foreach (int cluster in _rated)
        {
            // Of equal clusters the smaller, so that clusters grow evenly, then the nearer in the order of the network.
            double rating = _rating[cluster] / (_size[cluster] + _size[vertex]);
            _rating[cluster] = 0;
            if ((rating > most || (rating == most && Math.Abs(cluster - vertex) < Math.Abs(best - vertex))) && CanJoin(vertex, cluster))
            {
                (best, most) = (cluster, rating);
            }
        }

        _rated.Clear();
        return best;
    }

    /// <summary>A stretch of a list that differs from vertex to vertex.</summary>
    private static ReadOnlySpan<int> Sample(ReadOnlySpan<int> list, int most, int vertex) =>
        list.Length <= most ? list : list.Slice((int)((uint)(vertex * 40_503) % (uint)(list.Length - most + 1)), most);

    private void Rate(int vertex, int other, double rating)
    {
        int cluster = _cluster[other];
        if (cluster == vertex || _graph.Pinned[other] >= 0)
        {
            return;
        }

        if (_rating[cluster] == 0)
        {
            _rated.Add(cluster);
        }

        _rating[cluster] += rating;
    }

    private bool CanJoin(int vertex, int cluster) =>
        _graph.Class[vertex] == _graph.Class[cluster]
        && (_part is null || _part[vertex] == _part[cluster])
        && (_size[vertex] + _size[cluster]) * _share <= _limits.Compartments[_graph.Class[vertex]]
        && (_bits[vertex] + _bits[cluster]) <= _limits.Bits / _share
        && (_in[vertex] + _in[cluster]) <= _limits.InAxons / 4
        && (_out[vertex] + _out[cluster]) <= _limits.OutAxons / (2 * _share);

    private void Join(int vertex, int cluster)
    {
        _cluster[vertex] = cluster;
        _size[cluster] += _size[vertex];
        _bits[cluster] += _bits[vertex];
        _in[cluster] += _in[vertex];
        _out[cluster] += _out[vertex];
    }

    private int[] Numbered()
    {
        int[] number = new int[_cluster.Length];
        Array.Fill(number, -1);
        int next = 0;
        for (int v = 0; v < _cluster.Length; v++)
        {
            ref int of = ref number[_cluster[v]];
            if (of < 0)
            {
                of = next++;
            }
        }

        return [.. _cluster.Select(cluster => number[cluster])];
    }
}
