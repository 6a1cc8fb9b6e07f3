using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Identifiers;
using Ganglion.ChipSpec.Reading;
using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Partition;

namespace Ganglion.Compiler.Mappings;

/// <summary>Finds the core of every neuron that a plan or the network pins.</summary>
/// <remarks>Where both name a neuron, the plan holds: it is the later decision.</remarks>
internal sealed class PlanResolver
{
    private readonly Network _network;
    private readonly int[] _firstNeuron;
    private readonly int _cores;
    private readonly DiagnosticBag _diagnostics;
    private readonly SortedDictionary<int, PartBuilder> _parts = [];
    private readonly bool[] _isDecided;
    private readonly Dictionary<string, int> _populations;
    private readonly HashSet<CoreId> _forbidden;

    private PlanResolver(Network network, int[] firstNeuron, ChipSpec.Spec.ChipSpec chip, MappingPlan plan, DiagnosticBag diagnostics)
    {
        (_network, _firstNeuron, _diagnostics) = (network, firstNeuron, diagnostics);
        _cores = chip.Mesh.Cores ?? int.MaxValue;
        _isDecided = new bool[firstNeuron[^1]];
        _populations = network.Populations.Index().ToDictionary(pair => pair.Item.Name, pair => pair.Index, StringComparer.Ordinal);
        _forbidden = [.. plan.Forbidden.Where(core => core < _cores).Select(core => new CoreId(core))];
    }

    /// <summary>Resolves the plan of the options, and the pins of the network.</summary>
    /// <param name="network">The network.</param>
    /// <param name="firstNeuron">First logical neuron of every population, and the number of all neurons at the end.</param>
    /// <param name="chip">The chip.</param>
    /// <param name="options">Choices of the user.</param>
    /// <param name="diagnostics">Receives what is wrong with the plan.</param>
    public static FixedPlaces Resolve(
        Network network, int[] firstNeuron, ChipSpec.Spec.ChipSpec chip, CompilerOptions options, DiagnosticBag diagnostics)
    {
        MappingPlan plan = options.Plan ?? new MappingPlan();
        PlanResolver resolver = new(network, firstNeuron, chip, plan, diagnostics);
        resolver.CheckOrigin(plan, chip);
        foreach (PlannedNeurons neurons in plan.Neurons)
        {
            resolver.Add(neurons);
        }

        foreach (PlannedPopulation pinned in plan.Pinned)
        {
            resolver.Add(pinned);
        }

        resolver.AddPins(plan.Location);
        return new FixedPlaces(
            [.. resolver._parts.Select(core => core.Value.Build(new CoreId(core.Key)))], resolver._forbidden, resolver._isDecided);
    }

    private void CheckOrigin(MappingPlan plan, ChipSpec.Spec.ChipSpec chip)
    {
        if (plan.NetworkHash is { } hash && NetworkHash.Compute(_network) is var actual && hash != actual)
        {
            Report(MappingDiagnostics.OtherNetwork, plan.Location, $"a plan for the network {hash}", actual, "check that it is the right file");
        }

        if (plan.Chip is { } name && name != chip.Id)
        {
            Report(MappingDiagnostics.OtherChip, plan.Location, $"a plan for the chip '{name}'", $"'{chip.Id}'", "check that it is the right file");
        }
    }

    private void Add(PlannedNeurons neurons)
    {
        if (Find(neurons.Population, neurons.Location) is not { } population || !IsUsable(neurons.Core, neurons.Location))
        {
            return;
        }

        int count = _network.Populations[population].Count;
        if (neurons.First < 0 || neurons.Count < 1 || (long)neurons.First + neurons.Count > count)
        {
            Report(
                MappingDiagnostics.NeuronMissing, neurons.Location, $"neurons {neurons.First} to {(long)neurons.First + neurons.Count - 1} of '{neurons.Population}'",
                $"0 to {count - 1}", "correct the range");
            return;
        }

        Add(population, neurons.First, neurons.Count, neurons.Core, neurons.Location);
    }

    private void Add(PlannedPopulation pinned)
    {
        if (Find(pinned.Population, pinned.Location) is not { } population
            || pinned.Cores.Count(core => IsUsable(core, pinned.Location)) < Math.Max(1, pinned.Cores.Count))
        {
            return;
        }

        long count = _network.Populations[population].Count;
        for (int i = 0; i < pinned.Cores.Count; i++)
        {
            int first = (int)(count * i / pinned.Cores.Count);
            int end = (int)(count * (i + 1) / pinned.Cores.Count);
            Add(population, first, end - first, pinned.Cores[i], pinned.Location);
        }
    }

    private void Add(int population, int first, int count, int core, SourceLocation location)
    {
        int twice = -1;
        for (int neuron = first; neuron < first + count; neuron++)
        {
            ref bool isDecided = ref _isDecided[_firstNeuron[population] + neuron];
            twice = isDecided && twice < 0 ? neuron : twice;
            if (!isDecided)
            {
                Put(population, neuron, core);
            }

            isDecided = true;
        }

        if (twice >= 0)
        {
            Report(
                MappingDiagnostics.NeuronPlacedTwice, location, $"neuron {twice} of '{_network.Populations[population].Name}' a second time", "every neuron once",
                "remove one of the two");
        }
    }

    private void AddPins(SourceLocation plan)
    {
        for (int p = 0; p < _network.Populations.Count; p++)
        {
            if (_network.Populations[p] is not NeuronPopulation { PinnedCores: { } pins } population)
            {
                continue;
            }

            foreach (int core in pins.Where(core => _forbidden.Contains(new CoreId(core))).Distinct().Order())
            {
                Report(MappingDiagnostics.CoreForbidden, plan, $"population '{population.Name}' is pinned to core {core}", "cores that are not forbidden", "allow the core, or pin the population elsewhere");
            }

            for (int neuron = 0; neuron < pins.Count; neuron++)
            {
                ref bool isDecided = ref _isDecided[_firstNeuron[p] + neuron];
                if (!isDecided)
                {
                    Put(p, neuron, pins[neuron]);
                }

                isDecided = true;
            }
        }
    }

    private void Put(int population, int neuron, int core)
    {
        if (!_parts.TryGetValue(core, out PartBuilder? part))
        {
            _parts.Add(core, part = new PartBuilder());
        }

        part.Add(population, neuron);
    }

    private int? Find(string name, SourceLocation location)
    {
        string[] known = [.. _network.Populations.OfType<NeuronPopulation>().Select(population => population.Name)];
        if (!_populations.TryGetValue(name, out int population))
        {
            Report(MappingDiagnostics.UnknownPopulation, location, $"no population '{Printable.Shorten(name)}'", Suggestion.List(known), Suggestion.Remedy(name, known));
            return null;
        }

        if (_network.Populations[population] is not NeuronPopulation)
        {
            Report(MappingDiagnostics.UnknownPopulation, location, $"'{name}', whose spikes come from outside and take no core", Suggestion.List(known), "remove it");
            return null;
        }

        return population;
    }

    private bool IsUsable(int core, SourceLocation location)
    {
        if (core < 0 || core >= _cores)
        {
            Report(MappingDiagnostics.CoreMissing, location, $"core {core}", $"0 to {_cores - 1}", "use a core that the chip has");
            return false;
        }

        if (_forbidden.Contains(new CoreId(core)))
        {
            Report(MappingDiagnostics.CoreForbidden, location, $"core {core}, which is forbidden", "cores that are not forbidden", "allow the core, or use another");
            return false;
        }

        return true;
    }

    private void Report(DiagnosticDescriptor descriptor, SourceLocation location, string found, string allowed, string remedy) =>
        _diagnostics.Findings.Add(descriptor, location, found, allowed, remedy);
}
