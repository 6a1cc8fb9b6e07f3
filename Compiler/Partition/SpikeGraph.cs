namespace Ganglion.Compiler.Partition;

/// <summary>A network as mappers see it: one hyperedge per source of spikes, from its neuron to all neurons that it reaches.</summary>
/// <remarks>
/// Flat arrays, compressed by edge and by vertex, so that a hundred million synapses take some 800 MB. A vertex is a neuron, or a cluster of
/// neurons that a coarser graph keeps together. Edges are ordered by source vertex; those of sources outside the cores come last.
/// What a spike costs on a chip that sends one message to every core that it reaches is the number of parts that an edge spans, a
/// quantity of the hypergraph that no graph of pairs can express (Çatalyürek and Aykanat 1999, IEEE TPDS 10(7)).
/// </remarks>
internal sealed class SpikeGraph
{
    /// <summary>Source vertex of every edge; −1 outside the cores.</summary>
    public required int[] Source { get; init; }

    /// <summary>Spikes per timestep along every edge.</summary>
    public required double[] Rate { get; init; }

    /// <summary>Entries that an edge takes in the table of incoming axons of every part that it reaches.</summary>
    public required int[] InAxons { get; init; }

    /// <summary>Entries that an edge takes in the table of outgoing axons of its source, for every part that it reaches.</summary>
    public required int[] OutAxons { get; init; }

    /// <summary>First pin of every edge, and the number of pins at the end.</summary>
    public required int[] PinStart { get; init; }

    /// <summary>Target vertices by edge, each once.</summary>
    public required int[] Pins { get; init; }

    /// <summary>First incoming edge of every vertex, and their number at the end.</summary>
    public required int[] InStart { get; init; }

    /// <summary>Incoming edges by target vertex.</summary>
    public required int[] In { get; init; }

    /// <summary>First own edge of every vertex, and the first edge from outside at the end.</summary>
    public required int[] OwnStart { get; init; }

    /// <summary>Compartments of every vertex.</summary>
    public required int[] Size { get; init; }

    /// <summary>Synapse memory of the synapses onto every vertex, in bits, without what each list adds.</summary>
    public required long[] Bits { get; init; }

    /// <summary>Incoming axons within a vertex, of edges that do not leave it.</summary>
    public required int[] InsideIn { get; init; }

    /// <summary>Outgoing axons within a vertex, of edges that do not leave it.</summary>
    public required int[] InsideOut { get; init; }

    /// <summary>Vertices of different classes cannot share a core.</summary>
    public required int[] Class { get; init; }

    /// <summary>Part that a vertex must stay in; −1 where the mapper chooses.</summary>
    public required int[] Pinned { get; init; }

    /// <summary>Number of vertices.</summary>
    public int Vertices => Size.Length;

    /// <summary>Number of edges.</summary>
    public int Edges => Source.Length;

    /// <summary>Target vertices of an edge.</summary>
    public ReadOnlySpan<int> PinsOf(int edge) => Pins.AsSpan(PinStart[edge], PinStart[edge + 1] - PinStart[edge]);

    /// <summary>Edges that reach a vertex.</summary>
    public ReadOnlySpan<int> Incoming(int vertex) => In.AsSpan(InStart[vertex], InStart[vertex + 1] - InStart[vertex]);

    /// <summary>The pins by vertex instead of by edge.</summary>
    public static (int[] Start, int[] Edges) Transpose(int vertices, int[] pinStart, int[] pins)
    {
        int[] start = new int[vertices + 1];
        foreach (int pin in pins)
        {
            start[pin + 1]++;
        }

        for (int v = 0; v < vertices; v++)
        {
            start[v + 1] += start[v];
        }

        int[] next = start[..^1];
        int[] edges = new int[pins.Length];
        for (int e = 0; e + 1 < pinStart.Length; e++)
        {
            for (int i = pinStart[e]; i < pinStart[e + 1]; i++)
            {
                edges[next[pins[i]]++] = e;
            }
        }

        return (start, edges);
    }
}
