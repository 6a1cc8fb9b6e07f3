using Ganglion.ChipSpec.Diagnostics;
using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Import.Nir;
using Ganglion.Compiler.Networks;
using PureHDF;

namespace Ganglion.Compiler.Export;

/// <summary>Turns a network into a graph.</summary>
internal sealed class NirExport(Network network)
{
    private readonly NirGraphBuilder _graph = new();
    private readonly DiagnosticBag _findings = new();
    private readonly NirDrives _drives = new();
    private readonly Dictionary<string, string> _nodes = new(StringComparer.Ordinal);
    private readonly List<(Projection Projection, NirPath Path)> _paths = [];
    private readonly HashSet<string> _biases = new(StringComparer.Ordinal);
    private Dictionary<string, int[]> _shapes = new(StringComparer.Ordinal);

    /// <summary>Duration of a timestep in the file.</summary>
    public double TimestepSeconds { get; } = network.TimestepSeconds ?? new NirOptions().TimestepSeconds;

    /// <summary>What the file does not hold.</summary>
    public IReadOnlyList<Diagnostic> Warnings => [.. _findings.Findings.Diagnostics];

    /// <summary>Builds the file.</summary>
    /// <exception cref="InvalidInputException">The network has what a file cannot hold.</exception>
    public H5File Run()
    {
        foreach (SourcePopulation source in network.Populations.OfType<SourcePopulation>().Where(s => NirDrives.IsBias(network, s)))
        {
            _biases.Add(source.Name);
        }

        foreach (Projection projection in network.Projections)
        {
            Follow(projection);
        }

        _findings.ThrowIfErrors();
        _shapes = NirShapePlan.Find(network, _paths);
        foreach (Population population in network.Populations.Where(p => !_biases.Contains(p.Name)))
        {
            _nodes[population.Name] = _graph.Name(population.Name);
            AddNode(population);
        }

        new NirEdges(network, _graph, _nodes, _shapes, _drives, TimestepSeconds, _findings).Add(_paths);
        AddOutputs();
        _findings.ThrowIfErrors();
        return _graph.ToFile();
    }

    private void Follow(Projection projection)
    {
        string path = $"projection '{projection.Name}'";
        Population source = network[projection.Source];
        Population target = network[projection.Target];
        if (projection.ThirdFactor is not null || projection.Receptor != 0)
        {
            _findings.Report(NirExportDiagnostics.Connectivity, path, projection.Receptor != 0 ? $"receptor {projection.Receptor}" : "a third factor of learning", "synapses onto a membrane");
            return;
        }

        double scale = RealNeurons.ScaleOf(projection.Unit);
        if (_biases.Contains(source.Name))
        {
            _drives.Add(target, source.Count, projection.Connectivity, scale);
            return;
        }

        if (source is NeuronPopulation { Neurons: CurrentBasedNeurons { Threshold: var threshold } } && threshold.All(double.IsPositiveInfinity))
        {
            _findings.Report(NirExportDiagnostics.Connectivity, path, "it leaves neurons that never fire", "a source that fires");
        }
        else if (NirPaths.Of(projection.Connectivity, [.. source.Shape], [.. target.Shape], scale, out string problem) is { } paths)
        {
            _paths.AddRange(paths.Select(p => (projection, p)));
        }
        else
        {
            _findings.Report(NirExportDiagnostics.Connectivity, path, problem.Length > 0 ? problem : $"a {projection.Connectivity.GetType().Name} of this kind", "what a chain of linear nodes does");
        }

        if (projection.Plasticity is not null || projection.Encoding is not null)
        {
            _findings.Report(NirExportDiagnostics.Dropped, path, projection.Plasticity is null ? "the form that its synapses have on a chip" : "what its synapses learn");
        }
    }

    private void AddNode(Population population)
    {
        string path = $"population '{population.Name}'";
        int[] shape = _shapes[population.Name];
        if (!shape.AsSpan().SequenceEqual([.. population.Shape]))
        {
            _findings.Report(NirExportDiagnostics.Dropped, path, $"its shape {population.Shape.Text()}, which is written as {shape.Text()}");
        }

        switch (population)
        {
            case SourcePopulation source:
                if (source.Source is not ExternalSource)
                {
                    _findings.Report(NirExportDiagnostics.Dropped, path, "when its sources fire");
                }

                _graph.Add(_nodes[population.Name], "Input", [new("shape", NirArrays.Shape(shape))]);
                break;
            case NeuronPopulation { Neurons: LoihiNeurons registers } neurons:
                _findings.Report(NirExportDiagnostics.Registers, path, "registers of Loihi 1");
                AddNeurons(neurons, RealNeurons.Of(registers), shape, path);
                break;
            case NeuronPopulation { Neurons: CurrentBasedNeurons real } neurons:
                AddNeurons(neurons, real, shape, path);
                break;
            case NeuronPopulation { Neurons: var other }:
                _findings.Report(NirExportDiagnostics.Neurons, path, $"neurons described by {other.GetType().Name}", "neurons in real numbers, or registers of Loihi 1");
                break;
        }
    }

    private void AddNeurons(NeuronPopulation population, CurrentBasedNeurons neurons, int[] shape, string path)
    {
        if (population.PinnedCores is not null)
        {
            _findings.Report(NirExportDiagnostics.Dropped, path, "the cores to which it is pinned");
        }

        if (IsReadout(population, neurons))
        {
            _drives.Add(population, neurons.Bias);
            _graph.Add(_nodes[population.Name], "Output", [new("shape", NirArrays.Shape(shape))]);
            return;
        }

        if (NirNeuronNode.Of(neurons, TimestepSeconds, out string problem) is not { } node)
        {
            _findings.Report(NirExportDiagnostics.Neurons, path, problem, "integrators whose states all leak, or an integrator of spikes that does not");
            return;
        }

        if (node.Datasets.ContainsKey("v_reset") && neurons.ResetMode == ResetMode.Subtract)
        {
            _findings.Report(NirExportDiagnostics.Reset, path, "a spike subtracts the threshold");
        }

        if (node.Drive is { } drive)
        {
            _drives.Add(population, drive);
        }

        _graph.Add(
            _nodes[population.Name], node.Type, node.Datasets.Select(dataset => KeyValuePair.Create(dataset.Key, (object)NirArrays.Spread(dataset.Value, shape))));
    }

    /// <summary>Whether a population only adds up what arrives in a timestep, and is read: what an Output behind linear nodes is.</summary>
    private bool IsReadout(NeuronPopulation population, CurrentBasedNeurons n) =>
        network.Outputs.Contains(population.Name) && !network.Projections.Any(p => p.Source == population.Name)
        && _paths.Any(p => p.Projection.Target == population.Name && p.Path.Stages.Count > 0)
        && n.Threshold.All(double.IsPositiveInfinity) && n.CurrentDecay.Concat(n.PotentialDecay).Concat(n.InitialPotential).All(v => v == 0)
        && n.CurrentGain.Concat(n.InputGain).All(v => v == 1);

    private void AddOutputs()
    {
        foreach (string output in network.Outputs.Distinct(StringComparer.Ordinal))
        {
            if (network[output] is NeuronPopulation population
                && !(population.Neurons is CurrentBasedNeurons neurons && IsReadout(population, neurons)))
            {
                string name = _graph.Name(network.Outputs.Count == 1 ? "output" : $"output_{output}");
                _graph.Add(name, "Output", [new("shape", NirArrays.Shape(_shapes[output]))]);
                _graph.Connect(_nodes[output], name);
            }
        }
    }
}
