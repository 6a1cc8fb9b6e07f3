using Ganglion.Compiler.Import.Hdf5;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Export;

/// <summary>Turns connectivities into chains of nodes.</summary>
internal static class NirPaths
{
    private const int MostDelays = 16;

    /// <summary>The chains that together do what a projection does; <see langword="null"/> when nothing does, with the reason.</summary>
    /// <param name="connectivity">The projection's connectivity.</param>
    /// <param name="source">Shape of the source.</param>
    /// <param name="target">Shape of the target.</param>
    /// <param name="scale">Factor of all weights.</param>
    /// <param name="problem">Why there is none.</param>
    public static List<NirPath>? Of(Connectivity connectivity, int[] source, int[] target, double scale, out string problem)
    {
        problem = "";
        switch (connectivity)
        {
            case AllToAll dense when (long)dense.SourceCount * dense.TargetCount <= Hdf5Limits.NumbersPerDataset:
                int count = dense.SourceCount * dense.TargetCount;
                double[] weights = [.. Enumerable.Range(0, count).Select(i => scale * dense.Weights[dense.Weights.Count == 1 ? 0 : i])];
                return [new NirPath([Matrix(weights, dense.SourceCount, dense.TargetCount)], dense.Delay)];
            case Convolution { PaddingAfter: var after } convolution when after.SequenceEqual(convolution.Padding):
                return [new NirPath([Window(convolution, scale)], convolution.Delay)];
            case Pool { InputShape.Count: 3 } pool:
                NirPath scaled = Elementwise(new OneToOne(scale, 0), [.. pool.OutputShape], 1);
                return [new NirPath([Window(pool), .. scaled.Stages], pool.Delay)];
            case OneToOne elements:
                return [Elementwise(elements, source, scale)];
            case Composed chain:
                return Chain(chain, source, target, scale, out problem);
            default:
                return Matrices(connectivity, source, target, scale, out problem);
        }
    }

    private static NirPath Elementwise(OneToOne map, int[] shape, double scale)
    {
        List<NirStage> stages = [];
        if (map.Weights.Any(w => w * scale != 1))
        {
            stages.Add(new NirStage("Scale", shape, shape) { Elements = [.. map.Weights.Select(w => w * scale)] });
        }

        bool differs = map.DelaySteps.Distinct().Skip(1).Any();
        if (differs)
        {
            stages.Add(new NirStage("Delay", shape, shape) { Elements = [.. map.DelaySteps.Select(d => (double)d)] });
        }

        return new NirPath(stages, differs ? 0 : map.DelaySteps[0]);
    }

    private static List<NirPath>? Chain(Composed chain, int[] source, int[] target, double scale, out string problem)
    {
        problem = "";
        List<NirStage> stages = [];
        int delay = 0;
        int[] shape = source;
        for (int s = 0; s < chain.Stages.Count; s++)
        {
            int[] next = s < chain.Shapes.Count ? [.. chain.Shapes[s]] : target;
            if (Of(chain.Stages[s], shape, next, s == 0 ? scale : 1, out problem) is not { } paths)
            {
                return null;
            }

            if (paths is not [var only])
            {
                problem = "several delays within a chain of maps";
                return null;
            }

            stages.AddRange(only.Stages);
            delay += only.Delay;
            shape = next;
        }

        return [new NirPath(stages, delay)];
    }

    private static NirStage Matrix(double[] weights, int sources, int targets) => new("Linear", [sources], [targets])
    {
        Datasets = { ["weight"] = NirArrays.Shaped(weights, [targets, sources]) },
    };

    private static NirStage Window(Convolution map, double scale)
    {
        int axes = map.InputShape.Count - 1;
        return new NirStage(axes == 1 ? "Conv1d" : "Conv2d", [.. map.InputShape], [.. map.OutputShape])
        {
            Datasets =
            {
                ["input_shape"] = axes == 1 ? (object)(long)map.InputShape[1] : NirArrays.Shape(map.InputShape.Skip(1)),
                ["weight"] = NirArrays.Shaped([.. map.Kernel.Select(w => scale * w)], map.KernelShape),
                ["bias"] = NirArrays.Shaped(new double[map.KernelShape[0]], [map.KernelShape[0]]),
                ["stride"] = Spatial(map.Stride, axes),
                ["padding"] = Spatial(map.Padding, axes),
                ["dilation"] = Spatial(map.Dilation, axes),
                ["groups"] = (long)map.Groups,
            },
        };
    }

    private static NirStage Window(Pool map) => new(map.IsAverage ? "AvgPool2d" : "SumPool2d", [.. map.InputShape], [.. map.OutputShape])
    {
        Datasets =
        {
            ["kernel_size"] = Spatial(map.Kernel, 2),
            ["stride"] = Spatial(map.Stride, 2),
            ["padding"] = Spatial(map.Padding, 2),
        },
    };

    private static object Spatial(IReadOnlyList<int> values, int axes) => axes == 1
        ? (long)values[0]
        : NirArrays.Shape(Enumerable.Range(0, axes).Select(a => values[values.Count == 1 ? 0 : a]));

    /// <summary>A matrix for every delay.</summary>
    private static List<NirPath>? Matrices(Connectivity connectivity, int[] source, int[] target, double scale, out string problem)
    {
        (double sources, double targets) = (source.Volume(), target.Volume());
        problem = $"{sources} × {targets} weights, of which a file takes {Hdf5Limits.NumbersPerDataset:N0}";
        if (sources * targets > Hdf5Limits.NumbersPerDataset)
        {
            return null;
        }

        var byDelay = new SortedDictionary<int, double[]>();
        var row = new List<Synapse>();
        for (int s = 0; s < (int)sources; s++)
        {
            row.Clear();
            connectivity.AppendRow(s, row);
            foreach (Synapse synapse in row)
            {
                if (!byDelay.TryGetValue(synapse.Delay, out double[]? weights))
                {
                    if (byDelay.Count == MostDelays || (byDelay.Count + 1) * sources * targets > Hdf5Limits.NumbersPerFile)
                    {
                        problem = $"more than {byDelay.Count} different delays";
                        return null;
                    }

                    byDelay.Add(synapse.Delay, weights = new double[(int)(sources * targets)]);
                }

                weights[(synapse.Target * (int)sources) + s] += scale * synapse.Weight;
            }
        }

        return [.. byDelay.Select(matrix => new NirPath([Matrix(matrix.Value, (int)sources, (int)targets)], matrix.Key))];
    }
}
