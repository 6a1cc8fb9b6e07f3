namespace Ganglion.Compiler.Partition;

/// <summary>Vertices on parts, with everything that a move changes kept up to date: pins per edge and part, and the loads of the parts.</summary>
/// <remarks>
/// An edge keeps the parts that it reaches as a short list with counts, in the room of its pins, so memory follows the synapses and
/// not edges times parts. Moving a vertex costs its incoming edges times the length of their lists.
/// </remarks>
internal sealed class Assignment
{
    private readonly int[] _reached;
    private readonly int[] _count;
    private readonly int[] _reachedParts;
    private readonly int[] _inside;

    /// <summary>Begins with all vertices outside the parts.</summary>
    public Assignment(SpikeGraph graph, PartLimits limits, int parts)
    {
        (Graph, Limits, Parts) = (graph, limits, parts);
        _reached = new int[graph.Edges];
        _count = new int[graph.Pins.Length];
        _reachedParts = new int[graph.Pins.Length];
        _inside = new int[parts];
        Part = new int[graph.Vertices];
        Array.Fill(Part, -1);
        (Size, In, Out, Bits, Class) = (new long[parts], new long[parts], new long[parts], new long[parts], new int[parts]);
    }

    /// <summary>Begins with the given parts.</summary>
    public Assignment(SpikeGraph graph, PartLimits limits, int parts, ReadOnlySpan<int> part)
        : this(graph, limits, parts)
    {
        for (int v = 0; v < graph.Vertices; v++)
        {
            Insert(v, part[v]);
        }
    }

    /// <summary>The graph.</summary>
    public SpikeGraph Graph { get; }

    /// <summary>What a part may hold.</summary>
    public PartLimits Limits { get; }

    /// <summary>Number of parts, empty ones included.</summary>
    public int Parts { get; }

    /// <summary>Part of every vertex; −1 where it has none.</summary>
    public int[] Part { get; }

    /// <summary>Compartments of every part.</summary>
    public long[] Size { get; }

    /// <summary>Incoming axons of every part.</summary>
    public long[] In { get; }

    /// <summary>Outgoing axons of every part.</summary>
    public long[] Out { get; }

    /// <summary>Synapse memory of every part, without what each list adds, in bits.</summary>
    public long[] Bits { get; }

    /// <summary>Class of the vertices of every part that is not empty.</summary>
    public int[] Class { get; }

    /// <summary>Whether a part holds no vertex.</summary>
    public bool IsEmpty(int part) => _inside[part] == 0;

    /// <summary>Parts that an edge reaches.</summary>
    public ReadOnlySpan<int> Reached(int edge) => _reachedParts.AsSpan(Graph.PinStart[edge], _reached[edge]);

    /// <summary>Pins of an edge in each part of <see cref="Reached"/>.</summary>
    public ReadOnlySpan<int> Counts(int edge) => _count.AsSpan(Graph.PinStart[edge], _reached[edge]);

    /// <summary>Whether a part holds more than a core can; what users pin is checked elsewhere.</summary>
    public bool IsOverfull(int part) => !IsEmpty(part) && Limits.Compartments[Class[part]] != int.MaxValue
        && (Size[part] > Limits.Compartments[Class[part]] || In[part] > Limits.InAxons || Out[part] > Limits.OutAxons
            || Bits[part] + (Limits.ListBits * In[part]) > Limits.Bits);

    /// <summary>Whether all parts fit their cores.</summary>
    public bool Fits()
    {
        for (int part = 0; part < Parts; part++)
        {
            if (IsOverfull(part))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Mean number of parts that an edge reaches.</summary>
    public double MeanReached() => _reached.Length == 0 ? 0 : _reached.Average();

    /// <summary>Moves a vertex from its part to another.</summary>
    public void Move(int vertex, int to)
    {
        Remove(vertex);
        Insert(vertex, to);
    }

    /// <summary>Moves a vertex unless a part that it makes fuller would hold more than a core can.</summary>
    /// <returns>Whether it moved.</returns>
    public bool TryMove(int vertex, int to)
    {
        if (!IsEmpty(to) && Class[to] != Graph.Class[vertex])
        {
            return false;
        }

        int from = Part[vertex];
        Move(vertex, to);
        if (!IsOverfull(to) && SourcesFit(vertex))
        {
            return true;
        }

        Move(vertex, from);
        return false;
    }

    /// <summary>Whether the parts whose neurons reach a vertex have enough outgoing axons.</summary>
    public bool SourcesFit(int vertex)
    {
        if (Limits.OutAxons == long.MaxValue)
        {
            return true;
        }

        foreach (int edge in Graph.Incoming(vertex))
        {
            if (Graph.Source[edge] is >= 0 and var source && Part[source] is >= 0 and var part && Out[part] > Limits.OutAxons)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Gives a vertex without part one.</summary>
    public void Insert(int vertex, int part)
    {
        foreach (int edge in Graph.Incoming(vertex))
        {
            int slot = Slot(edge, part);
            if (_count[slot]++ == 0)
            {
                _reachedParts[slot] = part;
                _reached[edge]++;
                AddReach(edge, part, 1);
            }
        }

        Part[vertex] = part;
        Class[part] = Graph.Class[vertex];
        AddOwn(vertex, part, 1);
    }

    /// <summary>Takes a vertex out of its part.</summary>
    public void Remove(int vertex)
    {
        int part = Part[vertex];
        AddOwn(vertex, part, -1);
        Part[vertex] = -1;
        foreach (int edge in Graph.Incoming(vertex))
        {
            int slot = Slot(edge, part);
            if (--_count[slot] == 0)
            {
                int last = Graph.PinStart[edge] + --_reached[edge];
                (_reachedParts[slot], _count[slot]) = (_reachedParts[last], _count[last]);
                _count[last] = 0;
                AddReach(edge, part, -1);
            }
        }
    }

    private int Slot(int edge, int part)
    {
        int start = Graph.PinStart[edge];
        int found = _reachedParts.AsSpan(start, _reached[edge]).IndexOf(part);
        return start + (found < 0 ? _reached[edge] : found);
    }

    private void AddReach(int edge, int part, int sign)
    {
        In[part] += sign * Graph.InAxons[edge];
        if (Graph.Source[edge] is >= 0 and var source && Part[source] is >= 0 and var home)
        {
            Out[home] += sign * Graph.OutAxons[edge];
        }
    }

    private void AddOwn(int vertex, int part, int sign)
    {
        _inside[part] += sign;
        Size[part] += sign * Graph.Size[vertex];
        Bits[part] += sign * Graph.Bits[vertex];
        In[part] += sign * Graph.InsideIn[vertex];
        long axons = Graph.InsideOut[vertex];
        for (int edge = Graph.OwnStart[vertex]; edge < Graph.OwnStart[vertex + 1]; edge++)
        {
            axons += (long)_reached[edge] * Graph.OutAxons[edge];
        }

        Out[part] += sign * axons;
    }
}
