using Ganglion.Compiler.Import.Hdf5;

namespace Ganglion.Compiler.Import.Nir;

/// <summary>Finds the shape of what every node emits, and checks that it is what the next node takes.</summary>
internal sealed class NirShapes
{
    private readonly NirGraph _graph;
    private readonly ImportReport _report;
    private readonly int[]?[] _shapes;
    private readonly bool[] _failed;
    private readonly List<int>[] _next;

    private NirShapes(NirGraph graph, ImportReport report)
    {
        _graph = graph;
        _report = report;
        _shapes = new int[graph.Nodes.Count][];
        _failed = new bool[graph.Nodes.Count];
        _next = [.. graph.Nodes.Select(_ => new List<int>())];
        foreach ((int source, int target) in graph.Edges)
        {
            _next[source].Add(target);
        }
    }

    /// <summary>The shapes by node; a missing one was reported.</summary>
    public static int[]?[] Infer(NirGraph graph, ImportReport report)
    {
        var shapes = new NirShapes(graph, report);
        shapes.Propagate();
        if (!shapes._failed.Any(failed => failed))
        {
            shapes.ReportUnknown();
        }

        report.ThrowIfErrors();
        shapes.CheckEdges();
        return shapes._shapes;
    }

    private void Propagate()
    {
        var queue = new Queue<int>();
        for (int n = 0; n < _shapes.Length; n++)
        {
            Settle(n, null, queue);
        }

        Drain(queue);
        for (int n = 0; n < _shapes.Length; n++)
        {
            // Nothing of known shape arrives, so an array of one value is a population of one neuron.
            if (_shapes[n] is null && _graph.Nodes[n].Numbers.Values.FirstOrDefault(array => array.Shape.Length > 0) is { } own)
            {
                Settle(n, own.Shape, queue);
                Drain(queue);
            }
        }
    }

    private void Drain(Queue<int> queue)
    {
        while (queue.TryDequeue(out int n))
        {
            foreach (int next in _next[n])
            {
                Settle(next, _shapes[n], queue);
            }
        }
    }

    private void Settle(int n, int[]? incoming, Queue<int> queue)
    {
        if (_shapes[n] is not null || _failed[n])
        {
            return;
        }

        NirNode node = _graph.Nodes[n];
        if (!NirShapeRules.TryEmit(node, incoming, _report, out int[]? shape))
        {
            _failed[n] = true;
            return;
        }

        if (shape is null)
        {
            return;
        }

        if (shape.Any(extent => extent < 1) || NirShape.Volume(shape) > NirLimits.Neurons)
        {
            _report.Add(NirDiagnostics.TooLarge, node.Path, $"a shape of {NirShape.Text(shape)}", $"1 to {NirLimits.Neurons:N0} elements");
            _failed[n] = true;
            return;
        }

        _shapes[n] = shape;
        queue.Enqueue(n);
    }

    private void ReportUnknown()
    {
        for (int n = 0; n < _shapes.Length; n++)
        {
            if (_shapes[n] is null)
            {
                _report.Add(
                    NirDiagnostics.UnknownShape,
                    _graph.Nodes[n].Path,
                    "its parameters are single numbers and nothing of known shape reaches it",
                    "one value per neuron, or an edge from a node of known shape");
            }
        }
    }

    private void CheckEdges()
    {
        foreach ((int source, int target) in _graph.Edges.Distinct())
        {
            int[] sent = _shapes[source]!;
            NirNode node = _graph.Nodes[target];
            string edge = $"edge '{_graph.Nodes[source].Name}' -> '{node.Name}'";
            if (_graph.Nodes[source] is { Type: "Output", IsInnerPort: false })
            {
                _report.Add(NirDiagnostics.DanglingEdge, edge, "it leaves an Output of the whole graph", "edges that lead into it");
            }

            if (NirNodeType.All[node.Type].Role is NirRole.Input or NirRole.Output)
            {
                CheckPort(node, sent, edge);
            }
            else if (NirShapeRules.Taken(node, _shapes[target]!, sent) is { } taken)
            {
                _report.Add(NirDiagnostics.ShapeMismatch, edge, $"{_graph.Nodes[source].Path} emits {NirShape.Text(sent)}", $"{node.Path} takes {taken}");
            }
        }
    }

    private void CheckPort(NirNode port, int[] sent, string edge)
    {
        if (port.Type == "Input" && !port.IsInnerPort)
        {
            _report.Add(NirDiagnostics.DanglingEdge, edge, "it leads into an Input of the whole graph", "edges that leave it");
        }
        else if (port.Numbers.TryGetValue("shape", out Hdf5Array? declared) && !NirShape.Fits(declared.Values.Select(v => (int)v), sent))
        {
            _report.Add(
                NirDiagnostics.Ignored, port.PathOf("shape"), $"({string.Join(", ", declared.Values)}), but {NirShape.Text(sent)} arrives, which was taken");
        }
    }
}
