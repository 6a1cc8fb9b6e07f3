namespace Ganglion.Compiler.Partition;

/// <summary>Fills one part after the other, each with the vertices whose spikes it absorbs best.</summary>
/// <remarks>
/// A vertex is worth the share of its traffic, in and out, that touches the part already, so that a part grows around shared sources
/// (hyperedge overlap: Ronzani and Silvano 2026, arXiv:2601.16118). A part ends when several vertices in a row do not fit; the next one
/// begins with the first of these, so that neighbouring parts have to do with each other.
/// </remarks>
internal sealed class PartGrowth
{
    private const int RejectionsUntilFull = 24;
    private const double ScoreStep = 1.2;

    private readonly Assignment _assignment;
    private readonly double _partsPerEdge;
    private readonly double[] _traffic;
    private readonly double[] _score;
    private readonly double[] _queued;
    private readonly int[] _scoredFor;
    private readonly PriorityQueue<int, (double, int)> _queue = new();
    private readonly List<int> _rejected = [];
    private double _expectedOut;
    private int _part = -1;

    private PartGrowth(Assignment assignment, double partsPerEdge)
    {
        SpikeGraph graph = assignment.Graph;
        (_assignment, _partsPerEdge) = (assignment, partsPerEdge);
        (_traffic, _score, _queued, _scoredFor) = (new double[graph.Vertices], new double[graph.Vertices], new double[graph.Vertices], new int[graph.Vertices]);
        Array.Fill(_scoredFor, -1);
        for (int edge = 0; edge < graph.Edges; edge++)
        {
            foreach (int pin in graph.PinsOf(edge))
            {
                _traffic[pin] += graph.Rate[edge];
            }

            if (graph.Source[edge] >= 0)
            {
                _traffic[graph.Source[edge]] += graph.Rate[edge];
            }
        }
    }

    /// <summary>Assigns all vertices.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="limits">What a part may hold.</param>
    /// <param name="parts">Most parts.</param>
    /// <param name="partsPerEdge">Parts that an edge is expected to reach, for the outgoing axons of parts whose targets have no place yet.</param>
    /// <returns>The assignment; <see langword="null"/> where vertices are left over.</returns>
    public static Assignment? Grow(SpikeGraph graph, PartLimits limits, int parts, double partsPerEdge)
    {
        Assignment assignment = new(graph, limits, parts);
        for (int v = 0; v < graph.Vertices; v++)
        {
            if (graph.Pinned[v] >= 0)
            {
                assignment.Insert(v, graph.Pinned[v]);
            }
        }

        return new PartGrowth(assignment, partsPerEdge).Fill() ? assignment : null;
    }

    private bool Fill()
    {
        SpikeGraph graph = _assignment.Graph;
        int classes = graph.Class.Length == 0 ? 0 : graph.Class.Max() + 1;
        for (int c = 0; c < classes; c++)
        {
            int next = 0;
            int seed = Next(c, ref next);
            while (seed >= 0)
            {
                if (!Open() || !TryAdd(seed))
                {
                    return false;
                }

                FillPart(c, ref next);
                seed = _rejected.Count > 0 ? _rejected[0] : Next(c, ref next);
            }
        }

        return true;
    }

    private void FillPart(int c, ref int next)
    {
        while (_rejected.Count < RejectionsUntilFull)
        {
            int vertex = Dequeue(c);
            if (vertex < 0)
            {
                vertex = Next(c, ref next, _rejected);
            }

            if (vertex < 0)
            {
                return;
            }

            if (!TryAdd(vertex))
            {
                _rejected.Add(vertex);
            }
        }
    }

    private bool Open()
    {
        do
        {
            _part++;
        }
        while (_part < _assignment.Parts && !_assignment.IsEmpty(_part));

        _queue.Clear();
        _rejected.Clear();
        _expectedOut = 0;
        return _part < _assignment.Parts;
    }

    private int Dequeue(int c)
    {
        while (_queue.TryDequeue(out int vertex, out _))
        {
            if (_assignment.Part[vertex] < 0 && _assignment.Graph.Class[vertex] == c && !_rejected.Contains(vertex))
            {
                return vertex;
            }
        }

        return -1;
    }

    private int Next(int c, ref int next, List<int>? except = null)
    {
        SpikeGraph graph = _assignment.Graph;
        while (next < graph.Vertices && (_assignment.Part[next] >= 0 || graph.Class[next] != c))
        {
            next++;
        }

        for (int v = next; v < graph.Vertices && except is not null; v++)
        {
            if (_assignment.Part[v] < 0 && graph.Class[v] == c && !except.Contains(v))
            {
                return v;
            }
        }

        return next < graph.Vertices && except is null ? next : -1;
    }

    private bool TryAdd(int vertex)
    {
        SpikeGraph graph = _assignment.Graph;
        double expected = graph.InsideOut[vertex];
        for (int edge = graph.OwnStart[vertex]; edge < graph.OwnStart[vertex + 1]; edge++)
        {
            expected += graph.OutAxons[edge] * Math.Min(_partsPerEdge, graph.PinStart[edge + 1] - graph.PinStart[edge]);
        }

        _assignment.Insert(vertex, _part);
        if (_assignment.IsOverfull(_part) || !_assignment.SourcesFit(vertex)
            || (_expectedOut > 0 && _expectedOut + expected > _assignment.Limits.OutAxons))
        {
            _assignment.Remove(vertex);
            return false;
        }

        _expectedOut += expected;
        Score(vertex);
        return true;
    }

    private void Score(int vertex)
    {
        SpikeGraph graph = _assignment.Graph;
        foreach (int edge in graph.Incoming(vertex))
        {
            int slot = _assignment.Reached(edge).IndexOf(_part);
            if (_assignment.Counts(edge)[slot] == 1)
            {
                Score(graph.PinsOf(edge), graph.Rate[edge]);
                if (graph.Source[edge] is >= 0 and var source)
                {
                    Score([source], graph.Rate[edge]);
                }
            }
        }

        for (int edge = graph.OwnStart[vertex]; edge < graph.OwnStart[vertex + 1]; edge++)
        {
            Score(graph.PinsOf(edge), graph.Rate[edge]);
        }
    }

    private void Score(ReadOnlySpan<int> vertices, double rate)
    {
        foreach (int v in vertices)
        {
            if (_assignment.Part[v] >= 0)
            {
                continue;
            }

            if (_scoredFor[v] != _part)
            {
                (_scoredFor[v], _score[v], _queued[v]) = (_part, 0, 0);
            }

            _score[v] += rate;
            if (_score[v] > _queued[v] * ScoreStep)
            {
                _queued[v] = _score[v];
                _queue.Enqueue(v, (-_score[v] / _traffic[v], v));
            }
        }
    }
}
