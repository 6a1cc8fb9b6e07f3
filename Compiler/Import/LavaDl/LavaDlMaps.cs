using Ganglion.Compiler.Import.Hdf5;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Import.LavaDl;

/// <summary>Turns the weights of a layer into a map from the layer before it.</summary>
/// <param name="Connectivity">The map, with the delay that it was asked for.</param>
/// <param name="Unit">What its weights mean.</param>
/// <param name="OutputShape">Shape of the layer.</param>
internal sealed record LavaDlMaps(Connectivity Connectivity, IntegerWeights Unit, int[] OutputShape)
{
    private const int PlaneRank = 3;

    /// <summary>The map of a layer; <see langword="null"/> when something was reported.</summary>
    public static LavaDlMaps? Of(LavaDlLayer layer, int[] input, int delay, ImportReport report) => layer.Type switch
    {
        "dense" => Dense(layer, "weight", input, delay, report),
        "conv" => Convolved(layer, input, delay, report),
        _ => Pooled(layer, input, delay, report),
    };

    /// <summary>A matrix from all elements of the input.</summary>
    public static LavaDlMaps? Dense(LavaDlLayer layer, string dataset, int[] input, int delay, ImportReport report)
    {
        Hdf5Array weight = layer.Numbers[dataset];
        int sources = Volume(input);
        if (weight.Values.Length == 0 || weight.Values.Length % sources != 0 || (weight.Shape.Length > 1 && weight.Shape[0] != weight.Values.Length / sources))
        {
            report.Add(LavaDlDiagnostics.ShapeMismatch, layer.PathOf(dataset), $"an array of ({string.Join(", ", weight.Shape)})", $"(out, {sources})");
            return null;
        }

        int targets = weight.Values.Length / sources;
        return LavaDlWeights.Of(layer, dataset, report) is { } integers
            ? new LavaDlMaps(new AllToAll(sources, targets, integers.Mantissas, delay), integers.Unit, [targets])
            : null;
    }

    private static LavaDlMaps? Convolved(LavaDlLayer layer, int[] input, int delay, ImportReport report)
    {
        int[] kernel = Trimmed(layer.Numbers["weight"].Shape, PlaneRank + 1);
        if (kernel.Length != PlaneRank + 1 || input.Length != PlaneRank)
        {
            report.Add(
                LavaDlDiagnostics.ShapeMismatch, layer.PathOf("weight"), $"an array of ({string.Join(", ", kernel)}) for an input of ({string.Join(", ", input)})",
                "(out, in / groups, height, width) for (channels, height, width)");
            return null;
        }

        return Window(layer, input, kernel, layer.Numbers["weight"].Values, LavaDlIntegers.Read(layer, "groups", 1, 1, int.MaxValue, report), [1, 1], delay, report);
    }

    private static LavaDlMaps? Pooled(LavaDlLayer layer, int[] input, int delay, ImportReport report)
    {
        int[]? kernel = Plane(layer, "kernelSize", null, 1, report);
        double[] weights = layer.Numbers["weight"].Values;
        if (kernel is null)
        {
            return null;
        }

        int taps = (int)Math.Min((long)kernel[0] * kernel[1], int.MaxValue);
        if (input.Length != PlaneRank || (weights.Length != 1 && weights.Length != taps) || (long)taps * input[0] > Hdf5Limits.NumbersPerDataset)
        {
            report.Add(
                LavaDlDiagnostics.ShapeMismatch, layer.PathOf("weight"), $"{weights.Length} values for an input of ({string.Join(", ", input)})",
                "1 or height · width of the kernel, for (channels, height, width)");
            return null;
        }

        double[] spread = [.. Enumerable.Range(0, taps * input[0]).Select(i => weights[weights.Length == 1 ? 0 : i % taps])];
        return Window(layer, input, [input[0], 1, .. kernel], spread, [input[0]], kernel, delay, report);
    }

    private static LavaDlMaps? Window(
        LavaDlLayer layer, int[] input, int[] kernelShape, double[] kernel, int[]? groups, int[] defaultStride, int delay, ImportReport report)
    {
        int[]? stride = Plane(layer, "stride", defaultStride, 1, report);
        int[]? padding = Plane(layer, "padding", [0, 0], 0, report);
        int[]? dilation = Plane(layer, "dilation", [1, 1], 1, report);
        if (groups is null || stride is null || padding is null || dilation is null || LavaDlWeights.Of(layer, "weight", report) is not { } integers)
        {
            return null;
        }

        double[] mantissas = kernel == layer.Numbers["weight"].Values
            ? integers.Mantissas
            : Array.ConvertAll(kernel, w => Math.ScaleB(w, -integers.Unit.Exponent));
        var map = new Convolution(input, kernelShape, mantissas, stride, padding, dilation, groups[0], delay);
        if (map.OutputShape.Count == 0)
        {
            foreach (string problem in map.Validate(input, [1]).Take(1))
            {
                report.Add(LavaDlDiagnostics.ShapeMismatch, layer.Path, problem);
            }

            return null;
        }

        return new LavaDlMaps(map, integers.Unit, [.. map.OutputShape]);
    }

    /// <summary>A parameter of the two spatial axes; a third one, over time, may say nothing.</summary>
    private static int[]? Plane(LavaDlLayer layer, string dataset, int[]? missing, int least, ImportReport report)
    {
        if (missing is not null && !layer.Numbers.ContainsKey(dataset))
        {
            return missing;
        }

        if (LavaDlIntegers.Read(layer, dataset, null, 0, 1 << 24, report) is not { } values)
        {
            return null;
        }

        if (values.Length is < 1 or > PlaneRank || values.Take(2).Any(v => v < least) || (values.Length == PlaneRank && values[2] > 1))
        {
            report.Add(LavaDlDiagnostics.BadParameter, layer.PathOf(dataset), $"({string.Join(", ", values)})", $"one value, or one for height and one for width, from {least}");
            return null;
        }

        return values.Length == 1 ? [values[0], values[0]] : values[..2];
    }

    private static int[] Trimmed(int[] shape, int rank)
    {
        int length = shape.Length;
        while (length > rank && shape[length - 1] == 1)
        {
            length--;
        }

        return shape[..length];
    }

    private static int Volume(int[] shape) => shape.Aggregate(1, (product, extent) => product * extent);
}
