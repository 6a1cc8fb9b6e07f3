using Ganglion.Compiler.Partition;
using Ganglion.Perf.Mapping.Networks;

namespace Ganglion.Perf.Mapping;

/// <summary>Graphs of networks that are made row by row.</summary>
internal static class RowGraph
{
    /// <summary>The graph that mappers work on: an edge per neuron.</summary>
    public static SpikeGraph Multicast(RowNetwork network) => Build(network, isPairwise: false);

    /// <summary>A graph that counts synapses that are cut, as partitioners of ordinary graphs do: an edge of its own for every synapse.</summary>
    public static SpikeGraph Pairwise(RowNetwork network) => Build(network, isPairwise: true);

    private static SpikeGraph Build(RowNetwork network, bool isPairwise)
    {
        List<int> source = [];
        List<double> rate = [];
        List<int> pinStart = [0];
        List<int> pins = [];
        int[] ownStart = new int[network.Neurons + 1];
        List<int> row = [];
        for (int neuron = 0; neuron < network.Neurons; neuron++)
        {
            ownStart[neuron] = source.Count;
            row.Clear();
            network.AppendRow(neuron, row);
            row.Sort();
            for (int i = 0; i < row.Count; i++)
            {
                if (i > 0 && row[i] == row[i - 1])
                {
                    continue;
                }

                pins.Add(row[i]);
                if (isPairwise)
                {
                    source.Add(neuron);
                    rate.Add(1);
                    pinStart.Add(pins.Count);
                }
            }

            if (!isPairwise && row.Count > 0)
            {
                source.Add(neuron);
                rate.Add(network.Rate(neuron));
                pinStart.Add(pins.Count);
            }
        }

        ownStart[^1] = source.Count;
        return Finish(network.Neurons, ownStart, [.. source], [.. rate], [.. pinStart], [.. pins], isPairwise ? 0 : 1);
    }

    private static SpikeGraph Finish(int neurons, int[] ownStart, int[] source, double[] rate, int[] pinStart, int[] pins, int axons)
    {
        (int[] inStart, int[] incoming) = SpikeGraph.Transpose(neurons, pinStart, pins);
        int[] axonsOfEdge = new int[source.Length];
        Array.Fill(axonsOfEdge, axons);
        int[] size = new int[neurons];
        Array.Fill(size, 1);
        int[] pinned = new int[neurons];
        Array.Fill(pinned, -1);
        return new SpikeGraph
        {
            Source = source,
            Rate = rate,
            InAxons = axonsOfEdge,
            OutAxons = axonsOfEdge,
            PinStart = pinStart,
            Pins = pins,
            InStart = inStart,
            In = incoming,
            OwnStart = ownStart,
            Size = size,
            Bits = new long[neurons],
            InsideIn = new int[neurons],
            InsideOut = new int[neurons],
            Class = new int[neurons],
            Pinned = pinned,
        };
    }
}
