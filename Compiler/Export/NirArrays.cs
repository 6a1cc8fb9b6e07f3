namespace Ganglion.Compiler.Export;

/// <summary>Arrays as they stand in files.</summary>
internal static class NirArrays
{
    /// <summary>Values in a shape; in single precision where that holds them all.</summary>
    public static Array Shaped(double[] values, IReadOnlyList<int> shape)
    {
        bool isSingle = Array.TrueForAll(values, v => (float)v == v);
        Array array = Array.CreateInstance(isSingle ? typeof(float) : typeof(double), [.. shape]);
        Array flat = isSingle ? Array.ConvertAll(values, v => (float)v) : values;
        Buffer.BlockCopy(flat, 0, array, 0, Buffer.ByteLength(flat));
        return array;
    }

    /// <summary>A list of one value per element, or one for all, in a shape and double precision.</summary>
    public static Array Spread(IReadOnlyList<double> values, IReadOnlyList<int> shape)
    {
        int count = shape.Aggregate(1, (product, extent) => product * extent);
        double[] spread = [.. Enumerable.Range(0, count).Select(n => values[values.Count == 1 ? 0 : n])];
        Array array = Array.CreateInstance(typeof(double), [.. shape]);
        Buffer.BlockCopy(spread, 0, array, 0, Buffer.ByteLength(spread));
        return array;
    }

    /// <summary>A shape.</summary>
    public static long[] Shape(IEnumerable<int> shape) => [.. shape.Select(extent => (long)extent)];
}
