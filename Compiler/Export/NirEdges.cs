using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Import.Nir;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Export;

/// <summary>Adds the nodes and edges between the populations.</summary>
internal sealed class NirEdges(
    Network network,
    NirGraphBuilder graph,
    IReadOnlyDictionary<string, string> nodes,
    IReadOnlyDictionary<string, int[]> shapes,
    NirDrives drives,
    double timestepSeconds,
    DiagnosticBag findings)
{
    private const string Arrow = " -> ";

    /// <summary>Adds them.</summary>
    public void Add(IReadOnlyList<(Projection Projection, NirPath Path)> paths)
    {
        Dictionary<string, int> delays = network.Projections.ToDictionary(p => p.Name, p => p.Connectivity.Delays.Min, StringComparer.Ordinal);
        HashSet<(string, string)> closing = NirClosingDelays.Find(network, delays);
        Dictionary<NirPath, double[]> biases = Biases(paths);
        foreach ((Projection projection, NirPath path) in paths)
        {
            bool isClosing = path.Delay == 1 && closing.Contains((projection.Source, projection.Target));
            AddChain(projection, path, isClosing ? 0 : path.Delay, biases.GetValueOrDefault(path));
        }
    }

    /// <summary>Chooses for every population with a constant input the chain whose last node carries it.</summary>
    private Dictionary<NirPath, double[]> Biases(IReadOnlyList<(Projection Projection, NirPath Path)> paths)
    {
        var biases = new Dictionary<NirPath, double[]>();
        foreach (string target in drives.Targets)
        {
            (NirPath? path, double[]? bias) = paths
                .Where(p => p.Projection.Target == target && p.Path.Stages.Count > 0)
                .OrderBy(p => p.Projection.Source == target ? 1 : 0)
                .Select(p => (p.Path, Bias: drives.BiasFor(target, p.Path.Stages[^1])))
                .FirstOrDefault(p => p.Bias is not null);
            if (path is null)
            {
                findings.Report(NirExportDiagnostics.Bias, $"population '{target}'", "a constant input", "a matrix or a convolution before it that can have the bias");
            }
            else
            {
                biases[path] = bias!;
            }
        }

        return biases;
    }

    private void AddChain(Projection projection, NirPath path, int delay, double[]? bias)
    {
        Queue<string> given = GivenNames(projection);
        string before = nodes[projection.Source];
        int[] shape = shapes[projection.Source];
        if (delay > 0 && bias is not null)
        {
            // A bias does not wait, so what waits is what the matrix gets.
            Append("Delay", [new("delay", Elementwise([delay * timestepSeconds]))]);
            delay = 0;
        }

        for (int s = 0; s < path.Stages.Count; s++)
        {
            NirStage stage = path.Stages[s];
            if (stage.Elements is { } elements)
            {
                Append(
                    stage.Type,
                    [stage.Type == "Delay" ? new("delay", Elementwise([.. elements.Select(d => d * timestepSeconds)])) : new("scale", Elementwise(elements))]);
                continue;
            }

            if (stage.IsMatrix)
            {
                Flatten();
            }
            else if (!NirShape.Fits(shape, stage.Input) || shape.Length < stage.Input.Length)
            {
                findings.Report(
                    NirExportDiagnostics.Connectivity, $"projection '{projection.Name}'", $"a window over {stage.Input.Text()} of a population of shape {shape.Text()}",
                    "a population of the shape of the window's input");
                return;
            }

            bool isBiased = bias is not null && s == path.Stages.Count - 1;
            var datasets = new Dictionary<string, object>(stage.Datasets, StringComparer.Ordinal);
            if (isBiased)
            {
                datasets["bias"] = NirArrays.Shaped(bias!, [bias!.Length]);
            }

            Append(isBiased && stage.IsMatrix ? "Affine" : stage.Type, datasets);
            shape = stage.Output;
        }

        if (delay > 0)
        {
            Append("Delay", [new("delay", Elementwise([delay * timestepSeconds]))]);
        }

        int[] wanted = shapes[projection.Target];
        if (!NirShape.Fits(shape, wanted) && wanted.Length == 1)
        {
            Flatten();
        }

        if (!NirShape.Fits(shape, wanted))
        {
            findings.Report(
                NirExportDiagnostics.Connectivity, $"projection '{projection.Name}'", $"values of shape {shape.Text()} for a population of {wanted.Text()}", "the shape of the population");
        }

        graph.Connect(before, nodes[projection.Target]);

        Array Elementwise(double[] values) => NirArrays.Spread(values, shape);

        void Flatten()
        {
            if (shape.Length > 1)
            {
                Append("Flatten", [new("start_dim", 0L), new("end_dim", -1L), new("input_type", NirArrays.Shape(shape))]);
                shape = [(int)NirShape.Volume(shape)];
            }
        }

        void Append(string type, IEnumerable<KeyValuePair<string, object>> datasets)
        {
            string wantedName = type != "Flatten" && given.TryDequeue(out string? name) ? name : $"{projection.Source}_{projection.Target}_{type.ToLowerInvariant()}";
            string node = graph.Name(wantedName);
            graph.Add(node, type, datasets);
            graph.Connect(before, node);
            before = node;
        }
    }

    /// <summary>Names of the nodes between two populations, where the projection is called after them as those of a NIR file are.</summary>
    private static Queue<string> GivenNames(Projection projection)
    {
        string name = projection.Name;
        string head = projection.Source + Arrow;
        string tail = Arrow + projection.Target;
        return name.Length > head.Length + tail.Length && name.StartsWith(head, StringComparison.Ordinal) && name.EndsWith(tail, StringComparison.Ordinal)
            ? new Queue<string>(name[head.Length..^tail.Length].Split(Arrow))
            : [];
    }
}
