namespace Ganglion.Compiler.Networks;

/// <summary>Sizes and names of shapes.</summary>
internal static class ShapeArithmetic
{
    /// <summary>Number of elements, as a real number that cannot overflow.</summary>
    public static double Volume(this IReadOnlyList<int> shape) => shape.Aggregate(1.0, (product, extent) => product * extent);

    /// <summary>For people, e.g. <c>(2, 34, 34)</c>.</summary>
    public static string Text(this IReadOnlyList<int> shape) => $"({string.Join(", ", shape)})";
}
