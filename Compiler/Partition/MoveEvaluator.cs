namespace Ganglion.Compiler.Partition;

/// <summary>What the spikes would cost with one vertex in another part: exact changes, without looking at the rest of the network.</summary>
/// <remarks>
/// An edge onto the vertex costs nothing more in a part that it reaches anyway; elsewhere it costs the way from its source. The vertex's own
/// spikes cost the ways to the parts that they reach. Both sums of distances come from one field per axis, so all parts that the
/// vertex has to do with are priced in time proportional to the lists of its edges. Moves are chosen by such gains since Fiduccia and
/// Mattheyses 1982 (DAC, 19th); the price is that of multicast traffic, not of cut edges.
/// </remarks>
internal sealed class MoveEvaluator
{
    private readonly Assignment _assignment;
    private readonly PartDistance _distance;
    private readonly DistanceField _x;
    private readonly DistanceField _y;
    private readonly double[] _saving;
    private readonly double[] _pull;
    private readonly int[] _axons;
    private readonly bool[] _isListed;
    private readonly List<int> _candidates = [];
    private double _total;

    public MoveEvaluator(Assignment assignment, PartDistance distance)
    {
        (_assignment, _distance) = (assignment, distance);
        (_x, _y) = (new DistanceField(distance.X.Max() + 1), new DistanceField(distance.Y.Max() + 1));
        (_saving, _pull) = (new double[assignment.Parts], new double[assignment.Parts]);
        (_axons, _isListed) = (new int[assignment.Parts], new bool[assignment.Parts]);
    }

    /// <summary>Parts that the evaluated vertex has to do with.</summary>
    public List<int> Candidates => _candidates;

    /// <summary>Entries of lists that pricing the vertex took, a measure of work that does not depend on the machine.</summary>
    public long EntriesRead { get; private set; }

    /// <summary>Incoming axons that the vertex needs, wherever they are.</summary>
    public int InAxons { get; private set; }

    /// <summary>Incoming axons among <see cref="InAxons"/> that a part has already.</summary>
    public int AxonsIn(int part) => _axons[part];

    /// <summary>What the spikes from and to the vertex cost when it is in a part; the vertex itself may still be in its own.</summary>
    public double CostIn(int part) => (_distance.Message * (_total - _pull[part])) + _x.At(_distance.X[part]) + _y.At(_distance.Y[part]) - _saving[part];

    /// <summary>Prices a vertex.</summary>
    public void Evaluate(int vertex)
    {
        Clear();
        SpikeGraph graph = _assignment.Graph;
        int home = _assignment.Part[vertex];
        bool reachesItself = false;
        foreach (int edge in graph.Incoming(vertex))
        {
            int source = graph.Source[edge];
            InAxons += graph.InAxons[edge];
            reachesItself |= source == vertex;
            int sourcePart = source < 0 ? -1 : _assignment.Part[source];
            AddReached(edge, source == vertex ? 0 : graph.Rate[edge], sourcePart, source < 0, home);
            if (source != vertex && sourcePart >= 0)
            {
                AddPull(sourcePart, graph.Rate[edge]);
            }
            else if (source < 0)
            {
                _total += graph.Rate[edge];
            }
        }

        for (int edge = graph.OwnStart[vertex]; edge < graph.OwnStart[vertex + 1]; edge++)
        {
            bool isPin = reachesItself && graph.PinsOf(edge).Contains(vertex);
            ReadOnlySpan<int> parts = _assignment.Reached(edge);
            ReadOnlySpan<int> counts = _assignment.Counts(edge);
            for (int i = 0; i < parts.Length; i++)
            {
                if (!isPin || parts[i] != home || counts[i] > 1)
                {
                    AddPull(parts[i], graph.Rate[edge]);
                }
            }
        }

        _x.Prepare();
        _y.Prepare();
    }

    private void AddReached(int edge, double rate, int sourcePart, bool isOutside, int home)
    {
        ReadOnlySpan<int> parts = _assignment.Reached(edge);
        ReadOnlySpan<int> counts = _assignment.Counts(edge);
        int axons = _assignment.Graph.InAxons[edge];
        EntriesRead += parts.Length + 1;
        for (int i = 0; i < parts.Length; i++)
        {
            int part = parts[i];
            if (part == home && counts[i] == 1)
            {
                continue;
            }

            List(part);
            _axons[part] += axons;
            _saving[part] += rate * (isOutside ? _distance.Message : sourcePart < 0 ? 0 : _distance.Between(sourcePart, part));
        }
    }

    private void AddPull(int part, double rate)
    {
        List(part);
        _pull[part] += rate;
        _total += rate;
        _x.Add(_distance.X[part], rate);
        _y.Add(_distance.Y[part], rate);
    }

    private void List(int part)
    {
        if (!_isListed[part])
        {
            _isListed[part] = true;
            _candidates.Add(part);
        }
    }

    private void Clear()
    {
        foreach (int part in _candidates)
        {
            (_saving[part], _pull[part], _axons[part], _isListed[part]) = (0, 0, 0, false);
        }

        _candidates.Clear();
        (InAxons, EntriesRead, _total) = (0, 0, 0);
    }
}
