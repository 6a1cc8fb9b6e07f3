namespace Ganglion.Compiler.Networks;

/// <summary>A window that slides over the last two axes of (channels, height, width), or over the last one of (channels, length).</summary>
internal sealed record Window
{
    private Window(int channels, WindowAxis y, WindowAxis x, bool isPlane) => (Channels, Y, X, IsPlane) = (channels, y, x, isPlane);

    public int Channels { get; }

    public WindowAxis Y { get; }

    public WindowAxis X { get; }

    /// <summary>Whether the input has two spatial axes.</summary>
    public bool IsPlane { get; }

    /// <summary>Reads the geometry; a list of one value counts for all axes.</summary>
    public static Window? TryCreate(
        IReadOnlyList<int> input,
        IReadOnlyList<int> kernel,
        IReadOnlyList<int> stride,
        IReadOnlyList<int> padding,
        IReadOnlyList<int> paddingAfter,
        IReadOnlyList<int> dilation)
    {
        int axes = input.Count - 1;
        if (axes is not (1 or 2) || kernel.Count != axes
            || new[] { stride, padding, paddingAfter, dilation }.Any(list => list.Count != 1 && list.Count != axes))
        {
            return null;
        }

        WindowAxis Axis(int axis) =>
            new(input[axis + 1], kernel[axis], At(stride, axis), At(padding, axis), At(paddingAfter, axis), At(dilation, axis));
        WindowAxis y = axes == 2 ? Axis(0) : new WindowAxis(1, 1, 1, 0, 0, 1);
        return new Window(input[0], y, Axis(axes - 1), axes == 2);
    }

    /// <summary>Shape of the output with that many channels.</summary>
    public IReadOnlyList<int> OutputShape(int channels) =>
        IsPlane ? [channels, (int)Y.Output, (int)X.Output] : [channels, (int)X.Output];

    /// <summary>What is wrong with the geometry.</summary>
    public IEnumerable<string> Problems()
    {
        if (Channels <= 0 || !Y.IsPositive || !X.IsPositive)
        {
            yield return "input extents, kernel extents, strides and dilations must be at least 1, paddings at least 0";
        }
        else if (Y.Output is <= 0 or > int.MaxValue || X.Output is <= 0 or > int.MaxValue)
        {
            yield return $"a window of {Y.Kernel} × {X.Kernel} taps with dilation {Y.Dilation} × {X.Dilation} does not fit into the padded input of {Y.Input} × {X.Input}";
        }
    }

    private static int At(IReadOnlyList<int> list, int axis) => list[list.Count == 1 ? 0 : axis];
}
