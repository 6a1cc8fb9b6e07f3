using Ganglion.ChipSpec.Diagnostics;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Import.Nir;

/// <summary>Builds the network of a graph whose shapes are known and fit.</summary>
internal sealed class NirTranslation(NirGraph graph, int[][] shapes, NirOptions options, ImportReport report, string file)
{
    private readonly NetworkBuilder _builder = new(Path.GetFileNameWithoutExtension(file));
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>Builds it.</summary>
    public Network Run()
    {
        List<NirFlow>[] arriving = NirFlows.Follow(graph, shapes, new NirMaps(options, report), report);
        report.ThrowIfErrors();
        CheckIntegrators(arriving);
        Dictionary<int, NodeUse> uses = Uses(arriving);
        if (!uses.Values.Any(use => use is NodeUse.Neurons or NodeUse.Readout))
        {
            report.Add(NirDiagnostics.NoNeurons, "group '/node'", $"{graph.Nodes.Count} nodes without neurons", "at least one node with neurons");
        }

        report.ThrowIfErrors();
        (HashSet<(int, int)> closing, List<int> order) = Recurrence(arriving, uses);
        var biases = new NirBiases(options, NirCycles.Find(graph));
        foreach (int node in order)
        {
            AddPopulation(node, uses[node], arriving[node], biases);
        }

        foreach (int node in order)
        {
            Connect(node, arriving[node], closing);
        }

        biases.AddSources(_builder, Location);
        AddOutputs(arriving, uses);
        _builder.Timestep(options.TimestepSeconds, Location);
        report.ThrowIfErrors();
        return _builder.Build();
    }

    private SourceLocation Location { get; } = new(file);

    private enum NodeUse
    {
        Source,
        Neurons,
        Readout,
    }

    /// <summary>What each node that is not linear becomes; outputs that only name a population become nothing.</summary>
    private Dictionary<int, NodeUse> Uses(List<NirFlow>[] arriving)
    {
        var uses = new Dictionary<int, NodeUse>();
        for (int n = 0; n < graph.Nodes.Count; n++)
        {
            NirNode node = graph.Nodes[n];
            if (NirFlows.IsLinear(node))
            {
                continue;
            }

            switch (NirNodeType.All[node.Type].Role)
            {
                case NirRole.Input:
                    uses[n] = NodeUse.Source;
                    break;
                case NirRole.Output:
                    if (arriving[n].Any(flow => !IsReadDirectly(flow)))
                    {
                        uses[n] = NodeUse.Readout;
                        report.Add(NirDiagnostics.LinearOutput, node.Path, $"it reads '{arriving[n].First(f => !IsReadDirectly(f)).Route()}'");
                    }

                    break;
                default:
                    uses[n] = NodeUse.Neurons;
                    break;
            }
        }

        return uses;
    }

    private bool IsReadDirectly(NirFlow flow) => flow is { Stages: 0, IsBias: false } && graph.Nodes[flow.Origin].Type != "Input";

    private void CheckIntegrators(List<NirFlow>[] arriving)
    {
        for (int n = 0; n < graph.Nodes.Count; n++)
        {
            foreach (NirFlow flow in arriving[n].Where(f => !f.IsBias && NirNodeType.All[graph.Nodes[f.Origin].Type].Role == NirRole.Integrator))
            {
                if (graph.Nodes[n].Type != "Output" || flow.Stages > 0 || arriving[n].Any(f => !IsReadDirectly(f)))
                {
                    report.Add(
                        NirDiagnostics.NotSpiking,
                        graph.Nodes[flow.Origin].Path,
                        $"its potential is sent to '{graph.Nodes[n].Name}'",
                        "an edge to an Output, and nothing else",
                        "use IF, LIF or CubaLIF here");
                }
            }
        }
    }

    private (HashSet<(int, int)> Closing, List<int> Order) Recurrence(List<NirFlow>[] arriving, Dictionary<int, NodeUse> uses)
    {
        string[] names = [.. graph.Nodes.Select(n => n.Name)];
        IEnumerable<(int, int)> immediate = uses.Keys.SelectMany(
            node => arriving[node].Where(f => !f.IsBias && f.MinimumDelay == 0).Select(f => (f.Origin, node)));
        int[] populations = [.. uses.Keys.OrderBy(n => uses[n] == NodeUse.Source ? 0 : 1).ThenBy(n => names[n], StringComparer.Ordinal)];
        (HashSet<(int, int)> closing, List<int> order) = NirRecurrence.Resolve(names, populations, immediate);
        return (closing, [.. order.OrderBy(n => uses[n] == NodeUse.Source ? 0 : 1)]);
    }

    private void AddPopulation(int n, NodeUse use, List<NirFlow> arriving, NirBiases biases)
    {
        NirNode node = graph.Nodes[n];
        if (use == NodeUse.Source)
        {
            _builder.AddSource(node.Name, shapes[n], new ExternalSource(), Location);
            return;
        }

        CurrentBasedNeurons neurons = use == NodeUse.Readout ? NirNeurons.Readout : new NirNeurons(options, report).Of(node, shapes[n]);
        neurons = biases.Apply(node, (int)NirShape.Volume(shapes[n]), neurons, arriving.Where(f => f.IsBias));
        _builder.AddPopulation(node.Name, shapes[n], neurons, location: Location);
    }

    private void Connect(int n, List<NirFlow> arriving, HashSet<(int, int)> closing)
    {
        foreach (NirFlow flow in arriving.Where(f => !f.IsBias))
        {
            int delay = flow.MinimumDelay == 0 && closing.Contains((flow.Origin, n)) ? 1 : 0;
            string name = $"{flow.Route()} -> {graph.Nodes[n].Name}";
            for (int copy = 2; !_names.Add(name); copy++)
            {
                name = $"{flow.Route()} -> {graph.Nodes[n].Name} #{copy}";
            }

            _builder.Connect(graph.Nodes[flow.Origin].Name, graph.Nodes[n].Name, flow.ToConnectivity(delay), name, location: Location);
        }
    }

    private void AddOutputs(List<NirFlow>[] arriving, Dictionary<int, NodeUse> uses)
    {
        var outputs = new HashSet<int>();
        foreach (int n in Enumerable.Range(0, graph.Nodes.Count).Where(n => graph.Nodes[n] is { Type: "Output", IsInnerPort: false }))
        {
            if (arriving[n].Count == 0)
            {
                report.Add(NirDiagnostics.Ignored, graph.Nodes[n].Path, "nothing reaches it");
            }

            foreach (int population in uses.ContainsKey(n) ? [n] : arriving[n].Select(f => f.Origin))
            {
                if (outputs.Add(population))
                {
                    _builder.Output(graph.Nodes[population].Name, Location);
                }
            }
        }
    }
}
