using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Import.Nir;

/// <summary>Follows the linear nodes of a graph: what reaches each population and output, and from where.</summary>
internal sealed class NirFlows
{
    private readonly NirGraph _graph;
    private readonly int[][] _shapes;
    private readonly NirMaps _maps;
    private readonly ImportReport _report;
    private readonly List<int>[] _sources;
    private readonly List<NirFlow>[] _emitted;
    private int _count;

    private NirFlows(NirGraph graph, int[][] shapes, NirMaps maps, ImportReport report)
    {
        _graph = graph;
        _shapes = shapes;
        _maps = maps;
        _report = report;
        _sources = [.. graph.Nodes.Select(_ => new List<int>())];
        _emitted = [.. graph.Nodes.Select(_ => new List<NirFlow>())];
        foreach ((int source, int target) in graph.Edges)
        {
            _sources[target].Add(source);
        }
    }

    /// <summary>What arrives at every node that is not itself linear; empty for the linear ones.</summary>
    public static List<NirFlow>[] Follow(NirGraph graph, int[][] shapes, NirMaps maps, ImportReport report)
    {
        var flows = new NirFlows(graph, shapes, maps, report);
        foreach (int node in flows.Order())
        {
            flows.Emit(node);
        }

        List<NirFlow>[] arriving = [.. Enumerable.Range(0, graph.Nodes.Count).Select(n => IsLinear(graph.Nodes[n]) ? [] : flows.Arriving(n))];
        long numbers = arriving.Sum(to => to.Sum(flow => flow.Numbers));
        return numbers <= NirLimits.NumbersOnPaths
            ? arriving
            : throw report.Fatal(
                NirDiagnostics.TooLarge,
                "group '/node'",
                $"paths through linear nodes that hold {numbers:N0} numbers, counted for every path",
                $"{NirLimits.NumbersOnPaths:N0}");
    }

    /// <summary>Whether a node only passes on or transforms what it gets.</summary>
    public static bool IsLinear(NirNode node) => node.IsInnerPort || NirNodeType.All[node.Type].Role == NirRole.Linear;

    private List<NirFlow> Arriving(int node) => [.. _sources[node].SelectMany(source => IsLinear(_graph.Nodes[source])
        ? _emitted[source]
        : [NirFlow.From(source, _graph.Nodes[source].Name, _shapes[source])])];

    private void Emit(int n)
    {
        NirNode node = _graph.Nodes[n];
        List<NirFlow> arriving = Arriving(n);
        Connectivity? map = arriving.Count == 0 ? null : _maps.Of(node, _shapes[_sources[n][0]], _shapes[n]);
        _emitted[n].AddRange(arriving.Select(flow => flow.Through(node, map, _shapes[n])));
        if (NirMaps.BiasOf(node, _shapes[n]) is { } bias)
        {
            _emitted[n].Add(NirFlow.FromBias(n, node.Name, bias, _shapes[n]));
        }

        _count += _emitted[n].Count;
        if (_count > NirLimits.Paths)
        {
            throw _report.Fatal(
                NirDiagnostics.TooLarge, node.Path, $"more than {NirLimits.Paths:N0} paths through linear nodes up to here", $"{NirLimits.Paths:N0} paths");
        }
    }

    /// <summary>The linear nodes, each after those before it.</summary>
    private List<int> Order()
    {
        var waiting = new int[_graph.Nodes.Count];
        var next = new List<int>[waiting.Length];
        for (int n = 0; n < waiting.Length; n++)
        {
            next[n] = [];
        }

        foreach ((int source, int target) in _graph.Edges.Where(e => IsLinear(_graph.Nodes[e.Source]) && IsLinear(_graph.Nodes[e.Target])))
        {
            waiting[target]++;
            next[source].Add(target);
        }

        var ready = new Queue<int>(Enumerable.Range(0, waiting.Length).Where(n => waiting[n] == 0 && IsLinear(_graph.Nodes[n])));
        var order = new List<int>();
        while (ready.TryDequeue(out int n))
        {
            order.Add(n);
            foreach (int after in next[n].Where(after => --waiting[after] == 0))
            {
                ready.Enqueue(after);
            }
        }

        int[] stuck = [.. Enumerable.Range(0, waiting.Length).Where(n => waiting[n] > 0)];
        return stuck.Length == 0
            ? order
            : throw _report.Fatal(
                NirDiagnostics.AlgebraicLoop,
                _graph.Nodes[stuck[0]].Path,
                $"it is on, or behind, a cycle of linear nodes: {string.Join(", ", stuck.Take(10).Select(s => $"'{_graph.Nodes[s].Name}'"))}",
                "neurons in every cycle");
    }
}
