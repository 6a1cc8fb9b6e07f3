namespace Ganglion.Compiler.Partition;

/// <summary>Improves an assignment by moving single vertices, and by exchanging two where the parts are full.</summary>
/// <remarks>
/// Sweeps over the vertices that still have something to gain, each moved to where its spikes cost least; then two vertices of full parts
/// that both want to change sides. Every step is checked against all limits, so an assignment that fits stays one that fits.
/// </remarks>
internal sealed class Refinement
{
    private const double Least = 1e-9;

    private readonly Assignment _assignment;
    private readonly MoveEvaluator _evaluator;
    private readonly PartDistance _distance;
    private readonly MappingWork _work;
    private readonly List<int>[] _wishes;
    private long _left;

    public Refinement(Assignment assignment, PartDistance distance, MappingWork work)
    {
        (_assignment, _distance, _work) = (assignment, distance, work);
        _evaluator = new MoveEvaluator(assignment, distance);
        _wishes = [.. Enumerable.Range(0, assignment.Parts).Select(_ => new List<int>())];
    }

    /// <summary>Sweeps until nothing more is gained, or as much is read as so many sweeps without any exchange would read.</summary>
    /// <param name="sweeps">Most sweeps.</param>
    /// <param name="draws">Order of the vertices.</param>
    public void Run(int sweeps, MappingDraws draws)
    {
        SpikeGraph graph = _assignment.Graph;
        bool[] isActive = new bool[graph.Vertices];
        Array.Fill(isActive, true);
        int[] order = draws.Permutation(graph.Vertices);
        double total = 0;
        _left = sweeps * SweepWork();
        for (int sweep = 0; sweep < sweeps && !_work.IsOver; sweep++)
        {
            double gained = 0;
            foreach (int vertex in order)
            {
                if (isActive[vertex] && graph.Pinned[vertex] < 0)
                {
                    isActive[vertex] = false;
                    double gain = Improve(vertex);
                    if (gain > 0)
                    {
                        gained += gain;
                        Wake(vertex, isActive);
                    }

                    if (_left < 0 || _work.IsOver)
                    {
                        return;
                    }
                }
            }

            total += gained;
            if (gained <= total * 0.002)
            {
                return;
            }
        }
    }

    /// <summary>Moves or exchanges a vertex where that gains something.</summary>
    private double Improve(int vertex)
    {
        int home = _assignment.Part[vertex];
        _evaluator.Evaluate(vertex);
        _left -= _evaluator.EntriesRead;
        double stay = _evaluator.CostIn(home);
        int wish = -1;
        double wished = stay - Least;
        int best = -1;
        double least = stay - Least;
        foreach (int part in _evaluator.Candidates)
        {
            double cost = _evaluator.CostIn(part);
            if (part == home || cost >= wished && cost >= least || !IsCompatible(vertex, part))
            {
                continue;
            }

            if (cost < wished)
            {
                (wish, wished) = (part, cost);
            }

            if (cost < least && HasRoom(vertex, part))
            {
                (best, least) = (part, cost);
            }
        }

        if (best >= 0)
        {
            _left -= _assignment.Graph.Incoming(vertex).Length;
            if (_assignment.TryMove(vertex, best))
            {
                return stay - least;
            }
        }

        return wish < 0 ? 0 : Exchange(vertex, home, wish, stay - wished);
    }

    /// <summary>Exchanges a vertex with one that waits to come from where it wants to go.</summary>
    private double Exchange(int vertex, int home, int wish, double gain)
    {
        List<int> waiting = _wishes[wish];
        for (int tried = 0, i = waiting.Count - 1; i >= 0 && tried < _work.PartnersTried && _left > 0; i--, tried++)
        {
            int partner = waiting[i];
            if (_assignment.Part[partner] != wish || partner == vertex)
            {
                waiting.RemoveAt(i);
                continue;
            }

            _assignment.Move(vertex, wish);
            _evaluator.Evaluate(partner);
            _left -= _evaluator.EntriesRead + (4 * _assignment.Graph.Incoming(vertex).Length);
            double both = gain + _evaluator.CostIn(wish) - _evaluator.CostIn(home);
            if (both > Least && IsCompatible(partner, home))
            {
                _assignment.Move(partner, home);
                if (!_assignment.IsOverfull(wish) && !_assignment.IsOverfull(home) && _assignment.SourcesFit(vertex) && _assignment.SourcesFit(partner))
                {
                    waiting.RemoveAt(i);
                    return both;
                }

                _assignment.Move(partner, wish);
            }

            _assignment.Move(vertex, home);
        }

        _wishes[home].Add(vertex);
        return 0;
    }

    /// <summary>Entries of the lists that are read when every vertex is priced once.</summary>
    private long SweepWork()
    {
        SpikeGraph graph = _assignment.Graph;
        long work = graph.Vertices;
        for (int edge = 0; edge < graph.Edges; edge++)
        {
            work += (long)(_assignment.Reached(edge).Length + 1) * graph.PinsOf(edge).Length;
        }

        return work;
    }

    private bool IsCompatible(int vertex, int part) => _assignment.IsEmpty(part) || _assignment.Class[part] == _assignment.Graph.Class[vertex];

    private bool HasRoom(int vertex, int part)
    {
        SpikeGraph graph = _assignment.Graph;
        PartLimits limits = _assignment.Limits;
        long axons = _assignment.In[part] + graph.InsideIn[vertex] + _evaluator.InAxons - _evaluator.AxonsIn(part);
        return _assignment.Size[part] + graph.Size[vertex] <= limits.Compartments[graph.Class[vertex]]
            && axons <= limits.InAxons
            && _assignment.Bits[part] + graph.Bits[vertex] + (limits.ListBits * axons) <= limits.Bits;
    }

    /// <summary>Vertices whose gains a move may have changed: those it talks to, and those that share its sources where these are few.</summary>
    private void Wake(int vertex, bool[] isActive)
    {
        SpikeGraph graph = _assignment.Graph;
        isActive[vertex] = true;
        for (int edge = graph.OwnStart[vertex]; edge < graph.OwnStart[vertex + 1]; edge++)
        {
            foreach (int pin in graph.PinsOf(edge))
            {
                isActive[pin] = true;
            }
        }

        foreach (int edge in graph.Incoming(vertex))
        {
            if (graph.Source[edge] is >= 0 and var source)
            {
                isActive[source] = true;
            }
        }
    }
}
