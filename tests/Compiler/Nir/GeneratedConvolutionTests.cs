namespace Ganglion.Compiler.Tests.Nir;

/// <summary>Convolutions and pools of files written here, against sums written out.</summary>
public sealed class GeneratedConvolutionTests
{
    [Fact]
    public void Convolutions_pools_and_weights_between_two_nodes_are_their_composition()
    {
        double[] kernel = NirRun.Values(6 * 2 * 3 * 2, seed: 5);
        double[,] dense = NirRun.Matrix(5, 6 * 2 * 3, seed: 6, scale: 1);
        double[] bias = NirRun.Values(6, seed: 7);
        var weight = new double[6, 2, 3, 2];
        Buffer.BlockCopy(kernel, 0, weight, 0, kernel.Length * sizeof(double));
        NirGraphFile graph = new NirGraphFile().Input("in", 1, 4, 7, 6)
            .Node(
                "conv",
                "Conv2d",
                ("weight", weight),
                ("bias", bias),
                ("stride", (int[])[1, 1]),
                ("padding", (int[])[1, 0]),
                ("dilation", (int[])[2, 1]),
                ("groups", 2))
            .Node("sum", "SumPool2d", ("kernel_size", (int[])[2, 2]), ("stride", (int[])[2, 2]), ("padding", (int[])[0, 1]))
            .Node("flat", "Flatten", ("start_dim", 0), ("end_dim", -1), ("input_type", (long[])[6, 2, 3]))
            .Node("scale", "Scale", ("scale", 0.5)).Node("fc", "Linear", ("weight", dense))
            .Output("out", 5).Path("in", "conv", "sum", "flat", "scale", "fc", "out");
        int[][] input = NirRun.RandomInput(4 * 7 * 6, seed: 8)[..20];

        (_, double[][] values) = NirRun.Run(graph.Import(), "out", input);

        for (int t = 0; t < input.Length; t++)
        {
            double[] pooled = SumPool(Convolve(input[t], kernel, bias));
            for (int n = 0; n < 5; n++)
            {
                Assert.Equal(Enumerable.Range(0, pooled.Length).Sum(i => dense[n, i] * 0.5 * pooled[i]), values[t][n], 1e-9);
            }
        }
    }

    [Fact]
    public void Padding_same_keeps_the_size_and_puts_the_odd_zero_behind()
    {
        NirGraphFile graph = new NirGraphFile().Input("in", 1, 4)
            .Node(
                "conv",
                "Conv1d",
                ("weight", new double[,,] { { { 1, 10 } } }),
                ("bias", new double[1]),
                ("stride", 1),
                ("padding", "same"),
                ("dilation", 1),
                ("groups", 1))
            .Output("out", 1, 4).Path("in", "conv", "out");

        (_, double[][] values) = NirRun.Run(graph.Import(), "out", [[1, 2, 3, 4]]);

        Assert.Equal([21, 32, 43, 4], values[0]);
    }

    [Fact]
    public void An_average_divides_by_the_whole_window_also_at_the_border()
    {
        NirGraphFile graph = new NirGraphFile().Input("in", 1, 2, 2)
            .Node("pool", "AvgPool2d", ("kernel_size", (int[])[2, 2]), ("stride", (int[])[2, 2]), ("padding", (int[])[1, 1]))
            .Output("out", 1, 2, 2).Path("in", "pool", "out");

        (_, double[][] values) = NirRun.Run(graph.Import(), "out", [[4, 8, 12, 16]]);

        Assert.Equal([1, 2, 3, 4], values[0]);
    }

    /// <summary>Kernel 3×2 with dilation 2×1 and padding 1×0 over (4, 7, 6), two groups of two channels in and three out.</summary>
    private static double[,,] Convolve(int[] input, double[] kernel, double[] bias)
    {
        var result = new double[6, 5, 5];
        for (int place = 0; place < result.Length; place++)
        {
            (int o, int y, int x) = (place / 25, place / 5 % 5, place % 5);
            double sum = bias[o];
            for (int tap = 0; tap < 2 * 3 * 2; tap++)
            {
                int channel = (o / 3 * 2) + (tap / 6);
                int inputY = y - 1 + (tap / 2 % 3 * 2);
                int inputX = x + (tap % 2);
                if (inputY is >= 0 and < 7)
                {
                    sum += kernel[(o * 12) + tap] * input[(((channel * 7) + inputY) * 6) + inputX];
                }
            }

            result[o, y, x] = sum;
        }

        return result;
    }

    /// <summary>Window 2×2 with stride 2 and padding 0×1.</summary>
    private static double[] SumPool(double[,,] input)
    {
        var result = new double[6 * 2 * 3];
        for (int place = 0; place < result.Length; place++)
        {
            for (int k = 0; k < 4; k++)
            {
                int column = (place % 3 * 2) - 1 + (k % 2);
                result[place] += column is >= 0 and < 5 ? input[place / 6, (place / 3 % 2 * 2) + (k / 2), column] : 0;
            }
        }

        return result;
    }
}
