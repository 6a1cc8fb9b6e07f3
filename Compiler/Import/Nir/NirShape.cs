using Ganglion.Compiler.Import.Hdf5;

namespace Ganglion.Compiler.Import.Nir;

/// <summary>Arithmetic of shapes.</summary>
internal static class NirShape
{
    /// <summary>Number of elements; 0 when a dimension is, and never overflows.</summary>
    public static double Volume(ReadOnlySpan<int> shape)
    {
        double volume = 1;
        foreach (int extent in shape)
        {
            volume *= extent;
        }

        return volume;
    }

    /// <summary>Whether two shapes are the same apart from dimensions of extent 1.</summary>
    public static bool Fits(IEnumerable<int> a, IEnumerable<int> b) => a.Where(e => e != 1).SequenceEqual(b.Where(e => e != 1));

    /// <summary>Whether an array of shape <paramref name="small"/> spreads over <paramref name="large"/>: trailing dimensions equal, or 1.</summary>
    public static bool SpreadsOver(int[] small, int[] large)
    {
        int[] inner = [.. small.SkipWhile(e => e == 1)];
        return inner.Length <= large.Length && !inner.Where((extent, d) => extent != 1 && extent != large[large.Length - inner.Length + d]).Any();
    }

    /// <summary>For people.</summary>
    public static string Text(IEnumerable<int> shape) => $"({string.Join(", ", shape)})";

    /// <summary>Spreads the values of an array over a shape, as <see cref="SpreadsOver"/> allows; a single value stays one.</summary>
    public static double[] Spread(Hdf5Array array, int[] shape)
    {
        if (array.Values.Length == 1 || array.Values.Length == Volume(shape))
        {
            return array.Values;
        }

        int[] inner = [.. array.Shape.SkipWhile(e => e == 1)];
        var values = new double[(int)Volume(shape)];
        for (int n = 0; n < values.Length; n++)
        {
            int rest = n;
            int index = 0;
            int stride = 1;
            for (int d = shape.Length - 1, i = inner.Length - 1; i >= 0; d--, i--)
            {
                index += inner[i] == 1 ? 0 : rest % shape[d] * stride;
                rest /= shape[d];
                stride *= inner[i];
            }

            values[n] = array.Values[index];
        }

        return values;
    }
}
