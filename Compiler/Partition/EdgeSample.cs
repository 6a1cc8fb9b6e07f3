namespace Ganglion.Compiler.Partition;

/// <summary>A part of the edges of a graph, which stand for all of them.</summary>
/// <remarks>
/// What a hundred million synapses say about which neurons belong together, a tenth of the sources says as well. Edges that are kept count
/// for those that are not, in rate and in axons, so loads are right on average; they are counted exactly when the division is done.
/// </remarks>
internal static class EdgeSample
{
    /// <summary>Keeps one edge in so many.</summary>
    public static SpikeGraph Of(SpikeGraph graph, int oneIn, MappingDraws draws)
    {
        List<int> kept = [];
        int[] ownStart = new int[graph.OwnStart.Length];
        int owner = 0;
        for (int edge = 0; edge < graph.Edges; edge++)
        {
            for (; owner < ownStart.Length && graph.OwnStart[owner] <= edge; owner++)
            {
                ownStart[owner] = kept.Count;
            }

            if (draws.Below(oneIn) == 0)
            {
                kept.Add(edge);
            }
        }

        ownStart.AsSpan(owner).Fill(kept.Count);
        int[] pinStart = new int[kept.Count + 1];
        for (int i = 0; i < kept.Count; i++)
        {
            pinStart[i + 1] = pinStart[i] + graph.PinsOf(kept[i]).Length;
        }

        int[] pins = new int[pinStart[^1]];
        for (int i = 0; i < kept.Count; i++)
        {
            graph.PinsOf(kept[i]).CopyTo(pins.AsSpan(pinStart[i]));
        }

        (int[] inStart, int[] incoming) = SpikeGraph.Transpose(graph.Vertices, pinStart, pins);
        return new SpikeGraph
        {
            Source = [.. kept.Select(edge => graph.Source[edge])],
            Rate = [.. kept.Select(edge => graph.Rate[edge])],
            InAxons = [.. kept.Select(edge => graph.InAxons[edge] * oneIn)],
            OutAxons = [.. kept.Select(edge => graph.OutAxons[edge] * oneIn)],
            PinStart = pinStart,
            Pins = pins,
            InStart = inStart,
            In = incoming,
            OwnStart = ownStart,
            Size = graph.Size,
            Bits = graph.Bits,
            InsideIn = graph.InsideIn,
            InsideOut = graph.InsideOut,
            Class = graph.Class,
            Pinned = graph.Pinned,
        };
    }
}
