using Ganglion.Compiler.Partition;

namespace Ganglion.Compiler.Tests.Mapping;

/// <summary>Small graphs with whole rates.</summary>
internal static class RandomGraphs
{
    /// <summary>A graph in which every neuron reaches some others, more often near ones.</summary>
    public static SpikeGraph Create(int vertices, int fanOut, ulong seed, int outside = 0)
    {
        MappingDraws draws = new(seed, 99);
        List<int> pinStart = [0];
        List<int> pins = [];
        List<double> rate = [];
        int edges = vertices + outside;
        for (int e = 0; e < edges; e++)
        {
            SortedSet<int> reached = [];
            for (int i = 0; i < fanOut; i++)
            {
                reached.Add(draws.Below(3) == 0 ? draws.Below(vertices) : (e + 1 + draws.Below(4)) % vertices);
            }

            pins.AddRange(reached);
            pinStart.Add(pins.Count);
            rate.Add(1 + draws.Below(9));
        }

        (int[] inStart, int[] incoming) = SpikeGraph.Transpose(vertices, [.. pinStart], [.. pins]);
        return new SpikeGraph
        {
            Source = [.. Enumerable.Range(0, edges).Select(e => e < vertices ? e : -1)],
            Rate = [.. rate],
            InAxons = [.. Enumerable.Repeat(1, edges)],
            OutAxons = [.. Enumerable.Repeat(1, edges)],
            PinStart = [.. pinStart],
            Pins = [.. pins],
            InStart = inStart,
            In = incoming,
            OwnStart = [.. Enumerable.Range(0, vertices + 1)],
            Size = [.. Enumerable.Repeat(1, vertices)],
            Bits = new long[vertices],
            InsideIn = new int[vertices],
            InsideOut = new int[vertices],
            Class = new int[vertices],
            Pinned = [.. Enumerable.Repeat(-1, vertices)],
        };
    }
}
