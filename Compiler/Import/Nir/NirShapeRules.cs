using Ganglion.Compiler.Import.Hdf5;

namespace Ganglion.Compiler.Import.Nir;

/// <summary>Shapes by type of node.</summary>
internal static class NirShapeRules
{
    /// <summary>Finds what a node emits; the shape is <see langword="null"/> when that depends on what it takes, which is not known yet.</summary>
    /// <returns>Whether all is well; otherwise it was reported.</returns>
    public static bool TryEmit(NirNode node, int[]? incoming, ImportReport report, out int[]? shape)
    {
        shape = null;
        switch (node.Type)
        {
            case "Input" when !node.IsInnerPort:
                shape = NirIntegers.Read(node, "shape", 0, 1, report);
                return shape is not null;
            case "Input" or "Output":
                shape = incoming;
                return true;
            case "Linear" or "Affine":
                return TryWeights(node, report, out shape);
            case "Flatten":
                return incoming is null || TryFlatten(node, incoming, report, out shape);
            case "Conv1d" or "Conv2d" or "SumPool2d" or "AvgPool2d":
                if (!NirWindow.TryCreate(node, incoming, report, out NirWindow? window))
                {
                    return false;
                }

                shape = window?.OutputShape;
                return true;
            default:
                return TryElementwise(node, incoming, report, out shape);
        }
    }

    /// <summary>What a node takes, for people, if it does not take this; otherwise <see langword="null"/>.</summary>
    public static string? Taken(NirNode node, int[] emitted, int[] sent)
    {
        switch (node.Type)
        {
            case "Linear" or "Affine":
                int inputs = node.Numbers["weight"].Shape[^1];
                return NirShape.Volume(sent) == inputs ? null : $"{inputs} values";
            case "Conv1d" or "Conv2d" or "SumPool2d" or "AvgPool2d" or "Flatten":
                // They were given their shape by one of the edges; the others must agree with it.
                return TryEmit(node, sent, new ImportReport(""), out int[]? again) && again is not null && again.SequenceEqual(emitted)
                    ? null
                    : $"what makes {NirShape.Text(emitted)} of it";
            default:
                return NirShape.Fits(emitted, sent) ? null : NirShape.Text(emitted);
        }
    }

    private static bool TryWeights(NirNode node, ImportReport report, out int[]? shape)
    {
        shape = null;
        Hdf5Array weight = node.Numbers.GetValueOrDefault("weight") ?? new Hdf5Array([], []);
        int[] dimensions = [.. weight.Shape.SkipWhile((e, d) => e == 1 && d < weight.Shape.Length - 2)];
        if (dimensions.Length != 2 || weight.Values.Length == 0)
        {
            report.Add(NirDiagnostics.BadParameter, node.PathOf("weight"), $"an array of {NirShape.Text(weight.Shape)}", "a matrix (out, in)");
            return false;
        }

        if (node.Type == "Affine"
            && (!node.Numbers.TryGetValue("bias", out Hdf5Array? bias) || (bias.Values.Length != dimensions[0] && bias.Values.Length != 1)))
        {
            report.Add(NirDiagnostics.BadParameter, node.PathOf("bias"), $"not {dimensions[0]} values", $"one value per output: {dimensions[0]}");
            return false;
        }

        shape = [dimensions[0]];
        return true;
    }

    private static bool TryFlatten(NirNode node, int[] incoming, ImportReport report, out int[]? shape)
    {
        shape = null;
        int rank = incoming.Length;
        if (NirIntegers.Read(node, "start_dim", 1, -rank, report) is not [int start] || NirIntegers.Read(node, "end_dim", 1, -rank, report) is not [int end])
        {
            return false;
        }

        start = start < 0 ? start + rank : start;
        end = end < 0 ? end + rank : end;
        if (start > end || end >= rank)
        {
            report.Add(
                NirDiagnostics.BadParameter, node.Path, $"start_dim {start} and end_dim {end} for a shape of {NirShape.Text(incoming)}", "dimensions of what arrives");
            return false;
        }

        shape = [.. incoming.Take(start), (int)NirShape.Volume(incoming.AsSpan(start, end - start + 1)), .. incoming.Skip(end + 1)];
        return true;
    }

    private static bool TryElementwise(NirNode node, int[]? incoming, ImportReport report, out int[]? shape)
    {
        shape = incoming;
        if (node.Numbers.FirstOrDefault(n => n.Value.Values.Length == 0) is { Key: { } empty })
        {
            report.Add(NirDiagnostics.BadParameter, node.PathOf(empty), "no values", "a single value, or one per neuron");
            return false;
        }

        KeyValuePair<string, Hdf5Array>[] arrays = [.. node.Numbers.Where(n => n.Value.Shape.Length > 0)];
        if (arrays.Length == 0)
        {
            return true;
        }

        // The largest parameter has the node's shape, unless it spreads over what arrives.
        KeyValuePair<string, Hdf5Array> largest = arrays.MaxBy(n => n.Value.Values.Length);
        int[] own = largest.Value.Shape;
        if (incoming is null)
        {
            // A single value may yet have to spread over what arrives; more than one is a shape.
            shape = largest.Value.Values.Length == 1 ? null : own;
        }
        else if (!NirShape.SpreadsOver(own, incoming))
        {
            shape = own;
        }

        foreach ((string name, Hdf5Array array) in arrays)
        {
            if (!NirShape.SpreadsOver(array.Shape, shape ?? own) && !NirShape.Fits(array.Shape, shape ?? own))
            {
                report.Add(
                    NirDiagnostics.ShapeMismatch, node.PathOf(name), $"{NirShape.Text(array.Shape)}", $"the shape of the node, {NirShape.Text(shape ?? own)}");
                return false;
            }
        }

        return true;
    }
}
