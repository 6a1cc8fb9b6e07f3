using Ganglion.Compiler.Import.Hdf5;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Import.Nir;

/// <summary>A convolution or a pool with its geometry resolved.</summary>
/// <param name="Connectivity">The map, without delay.</param>
/// <param name="OutputShape">Shape of what it emits.</param>
internal sealed record NirWindow(Connectivity Connectivity, int[] OutputShape)
{
    /// <summary>Resolves it; the window is <see langword="null"/> when the shape that it takes is not known yet.</summary>
    /// <returns>Whether all is well; otherwise it was reported.</returns>
    public static bool TryCreate(NirNode node, int[]? incoming, ImportReport report, out NirWindow? window)
    {
        window = null;
        return node.Type is "Conv1d" or "Conv2d"
            ? TryConvolution(node, incoming, report, out window)
            : incoming is null || TryPool(node, incoming, report, out window);
    }

    private static bool TryConvolution(NirNode node, int[]? incoming, ImportReport report, out NirWindow? window)
    {
        window = null;
        int axes = node.Type == "Conv1d" ? 1 : 2;
        Hdf5Array weight = node.Numbers.GetValueOrDefault("weight") ?? new Hdf5Array([], []);
        if (weight.Shape.Length != axes + 2 || weight.Values.Length == 0)
        {
            report.Add(
                NirDiagnostics.BadParameter,
                node.PathOf("weight"),
                $"an array of {NirShape.Text(weight.Shape)}",
                axes == 1 ? "(out, in / groups, width)" : "(out, in / groups, height, width)");
            return false;
        }

        int[]? stride = NirIntegers.Read(node, "stride", axes, 1, report);
        int[]? dilation = NirIntegers.Read(node, "dilation", axes, 1, report);
        if (stride is null || dilation is null || NirIntegers.Read(node, "groups", 1, 1, report) is not [int groups]
            || !TryPadding(node, weight.Shape[2..], stride, dilation, report, out int[] before, out int[] after)
            || !TryInput(node, incoming, (double)weight.Shape[1] * groups, axes, report, out int[]? input))
        {
            return false;
        }

        if (node.Numbers.GetValueOrDefault("bias") is not { } bias || (bias.Values.Length != weight.Shape[0] && bias.Values.Length != 1))
        {
            report.Add(NirDiagnostics.BadParameter, node.PathOf("bias"), "another number of values", $"one per output channel: {weight.Shape[0]}");
            return false;
        }

        if (input is null)
        {
            return true;
        }

        var convolution = new Convolution(input, weight.Shape, weight.Values, stride, before, dilation, groups, delay: 0, paddingAfter: after);
        return TryFinish(node, convolution, input, [.. convolution.OutputShape], report, out window);
    }

    private static bool TryPool(NirNode node, int[] incoming, ImportReport report, out NirWindow? window)
    {
        window = null;
        int[]? kernel = NirIntegers.Read(node, "kernel_size", 2, 1, report);
        int[]? stride = NirIntegers.Read(node, "stride", 2, 1, report);
        int[]? padding = NirIntegers.Read(node, "padding", 2, 0, report);
        if (kernel is null || stride is null || padding is null || !TryInput(node, incoming, null, 2, report, out int[]? input))
        {
            return false;
        }

        var pool = new Pool(input!, kernel, stride, padding, average: node.Type == "AvgPool2d", delay: 0);
        return TryFinish(node, pool, input!, [.. pool.OutputShape], report, out window);
    }

    private static bool TryFinish(NirNode node, Connectivity map, int[] input, int[] output, ImportReport report, out NirWindow? window)
    {
        window = null;
        string[] problems = [.. map.Validate(input, output)];
        foreach (string problem in problems)
        {
            report.Add(NirDiagnostics.ShapeMismatch, node.Path, problem);
        }

        if (problems.Length == 0)
        {
            window = new NirWindow(map, output);
        }

        return problems.Length == 0;
    }

    private static bool TryPadding(
        NirNode node, int[] kernel, int[] stride, int[] dilation, ImportReport report, out int[] before, out int[] after)
    {
        before = after = new int[kernel.Length];
        switch (node.Texts.GetValueOrDefault("padding"))
        {
            case null:
                int[]? padding = NirIntegers.Read(node, "padding", kernel.Length, 0, report);
                before = after = padding ?? before;
                return padding is not null;
            case "valid":
                return true;
            case "same" when stride.All(s => s == 1) && kernel.Zip(dilation, (k, d) => (long)d * k).All(reach => reach <= NirLimits.Neurons):
                // As in PyTorch: the odd one out goes behind.
                int[] total = [.. kernel.Select((k, d) => dilation[d] * (k - 1))];
                before = [.. total.Select(t => t / 2)];
                after = [.. total.Select(t => t - (t / 2))];
                return true;
            case string text:
                report.Add(NirDiagnostics.BadParameter, node.PathOf("padding"), $"'{text}' with stride ({string.Join(", ", stride)})", "numbers, 'valid', or 'same' with stride 1");
                return false;
        }
    }

    private static bool TryInput(NirNode node, int[]? incoming, double? channels, int axes, ImportReport report, out int[]? input)
    {
        input = null;
        int[]? declared = null;
        if (node.Numbers.ContainsKey("input_shape"))
        {
            declared = NirIntegers.Read(node, "input_shape", axes, 1, report);
            if (declared is null)
            {
                return false;
            }
        }

        if (incoming is null)
        {
            input = declared is null || channels > int.MaxValue ? null : [(int)channels!, .. declared];
            return true;
        }

        int[] plain = [.. incoming.SkipWhile((e, d) => e == 1 && d < incoming.Length - axes - 1)];
        plain = plain.Length == axes ? [1, .. plain] : plain;
        if (plain.Length != axes + 1 || (channels is { } c && plain[0] != c) || (declared is not null && !plain.AsSpan(1).SequenceEqual(declared)))
        {
            string spatial = declared is null ? axes == 1 ? "width" : "height, width" : string.Join(", ", declared);
            report.Add(
                NirDiagnostics.ShapeMismatch, node.Path, $"{NirShape.Text(incoming)} arrives", $"({(channels is { } n ? $"{n}" : "channels")}, {spatial})");
            return false;
        }

        input = plain;
        return true;
    }
}
