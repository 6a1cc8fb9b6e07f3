using Ganglion.Tests.Shared;

namespace Ganglion.Conformance.Tests.LavaDl;

/// <summary>Values by timestep and neuron, channels first.</summary>
internal static class Recording
{
    /// <summary>Rows of an array whose first axis is time and whose neurons already stand as the network counts them.</summary>
    public static int[][] TimeFirst(NumpyArray array) =>
        [.. Enumerable.Range(0, array.Shape[0]).Select(t => Array.ConvertAll(array.Row(t).ToArray(), v => (int)v))];

    /// <summary>Rows of an array of (width, height, channels, time) or (neurons, time).</summary>
    public static int[][] TimeLast(NumpyArray array)
    {
        int steps = array.Shape[^1];
        int[][] rows = new int[steps][];
        for (int t = 0; t < steps; t++)
        {
            int[] values = [.. Enumerable.Range(0, array.Values.Length / steps).Select(i => (int)array.Values[(i * steps) + t])];
            rows[t] = ChannelsFirst(array.Shape[..^1], values);
        }

        return rows;
    }

    /// <summary>Values of (width, height, channels) in the order (channels, height, width).</summary>
    public static int[] ChannelsFirst(int[] shape, int[] values)
    {
        if (shape is not [int width, int height, int channels])
        {
            return values;
        }

        int[] result = new int[values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            (int x, int y, int c) = (i / channels / height, i / channels % height, i % channels);
            result[(((c * height) + y) * width) + x] = values[i];
        }

        return result;
    }
}
