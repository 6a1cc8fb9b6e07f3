using System.Collections.Frozen;
using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Reading;

namespace Ganglion.Compiler.Networks.Checking;

/// <summary>Checks a described network as a whole; neither allocates nor runs for longer than its description is large.</summary>
internal sealed class NetworkCheck(
    string name,
    IReadOnlyList<Located<Population>> populations,
    IReadOnlyList<Located<Projection>> projections,
    IReadOnlyList<Located<string>> outputs,
    Located<double>? timestep,
    ViolationCollector findings)
{
    private readonly Dictionary<string, Population> _byName = new(StringComparer.Ordinal);
    private readonly HashSet<string> _wellShaped = new(StringComparer.Ordinal);

    /// <summary>Names of populations that were found faulty before, so that references to them are not faulted too.</summary>
    public IReadOnlySet<string> Unreadable { get; init; } = FrozenSet<string>.Empty;

    public void Run()
    {
        CheckWhole();
        foreach (Located<Population> population in populations)
        {
            CheckPopulation(population);
        }

        CheckProjections();
        foreach (Located<string> output in outputs)
        {
            CheckName(output.Value, output.At("outputs"));
        }
    }

    private void CheckWhole()
    {
        if (populations.Count == 0 && Unreadable.Count == 0)
        {
            findings.Add(NetworkDiagnostics.Empty, new SourceLocation(Path: $"network '{name}'"), "no population", "at least one population");
        }

        if (timestep is { Value: var seconds } && !(double.IsFinite(seconds) && seconds > 0))
        {
            findings.Add(NetworkDiagnostics.Timestep, timestep.At("timestep"), $"a timestep of {seconds} s", "a finite duration above 0");
        }

        double neurons = populations.Sum(p => p.Value.Shape.All(extent => extent > 0) ? p.Value.Shape.Volume() : 0);
        if (neurons > NetworkLimits.MaximumNeurons)
        {
            Located<Population> largest = populations.MaxBy(p => p.Value.Shape.Volume())!;
            findings.Add(
                NetworkDiagnostics.TooLarge,
                largest.At($"population '{largest.Value.Name}'"),
                $"a network of {neurons:N0} neurons, {largest.Value.Shape.Volume():N0} of them here",
                $"{NetworkLimits.MaximumNeurons:N0} neurons in all",
                "check the shape");
        }
    }

    private void CheckPopulation(Located<Population> located)
    {
        Population population = located.Value;
        SourceLocation location = located.At($"population '{population.Name}'");
        if (string.IsNullOrWhiteSpace(population.Name))
        {
            findings.Add(NetworkDiagnostics.Name, location, "a population without a name", "a name");
        }
        else if (!_byName.TryAdd(population.Name, population))
        {
            findings.Add(NetworkDiagnostics.Name, location, $"the name '{population.Name}' a second time", "a name of its own for each population and source", "rename one");
        }

        if (population.Shape.Count == 0 || population.Shape.Any(extent => extent < 1))
        {
            findings.Add(NetworkDiagnostics.Shape, location, $"the shape {population.Shape.Text()}", "at least one extent, each at least 1");
        }
        else if (population.Shape.Volume() <= NetworkLimits.MaximumNeurons)
        {
            _wellShaped.Add(population.Name);
            ParameterCheck.Run(population, location, findings);
        }
    }

    private void CheckProjections()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        double synapses = 0;
        var sound = new List<Located<Projection>>();
        foreach (Located<Projection> located in projections)
        {
            Projection projection = located.Value;
            SourceLocation location = located.At($"projection '{projection.Name}'");
            if (!names.Add(projection.Name))
            {
                findings.Add(NetworkDiagnostics.Name, location, $"the name '{projection.Name}' a second time", "a name of its own for each projection", "rename one");
            }

            CheckName(projection.Source, location);
            CheckName(projection.Target, location);
            if (_byName.GetValueOrDefault(projection.Target) is SourcePopulation)
            {
                findings.Add(NetworkDiagnostics.TargetIsSource, location, $"the target '{projection.Target}', which is a spike source", "a target with neurons");
            }

            CheckReceptor(projection, location);
            WeightUnitCheck.Run(projection, location, findings);
            if (_wellShaped.Contains(projection.Source) && _wellShaped.Contains(projection.Target))
            {
                synapses += CheckConnectivity(projection, location, sound, located);
            }
        }

        if (synapses > NetworkLimits.MaximumSynapses)
        {
            findings.Add(
                NetworkDiagnostics.TooLarge,
                new SourceLocation(projections[0].Location?.File, Path: $"network '{name}'"),
                $"about {synapses:N0} synapses",
                $"{NetworkLimits.MaximumSynapses:N0} synapses in all",
                "connect fewer neurons, or with a lower probability");
        }

        if (ZeroDelayLoop.Find(sound) is { } loop)
        {
            findings.Add(
                NetworkDiagnostics.ZeroDelayLoop,
                loop[0].At($"projection '{loop[0].Value.Name}'"),
                $"a loop of projections with delay 0: {string.Join(", ", loop.Select(p => $"'{p.Value.Name}'"))}",
                "at least one timestep of delay in every loop",
                "give one of them delay 1");
        }
    }

    private double CheckConnectivity(
        Projection projection, SourceLocation location, List<Located<Projection>> sound, Located<Projection> located)
    {
        IReadOnlyList<int> source = _byName[projection.Source].Shape;
        IReadOnlyList<int> target = _byName[projection.Target].Shape;
        bool isSound = true;
        foreach (string problem in projection.Connectivity.Validate(source, target))
        {
            isSound = false;
            findings.Add(NetworkDiagnostics.Connectivity, location, problem);
        }

        if (!isSound)
        {
            return 0;
        }

        sound.Add(located);
        return projection.Connectivity.EstimateSynapses(source, target);
    }

    private void CheckReceptor(Projection projection, SourceLocation location)
    {
        if (_byName.GetValueOrDefault(projection.Target) is not NeuronPopulation target)
        {
            return;
        }

        int receptors = target.Neurons.Receptors;
        if (projection.Receptor < 0 || projection.Receptor >= receptors)
        {
            findings.Add(
                NetworkDiagnostics.Receptor, location, $"receptor {projection.Receptor} of '{target.Name}'",
                receptors == 1 ? "0, the only one" : $"0 to {receptors - 1}");
        }
    }

    private void CheckName(string population, SourceLocation location)
    {
        if (_byName.ContainsKey(population) || Unreadable.Contains(population))
        {
            return;
        }

        // The search for a similar name is not worth its time when nobody will read it, or among very many.
        string? remedy = findings.IsFull || _byName.Count > NetworkLimits.MaximumSuggestions ? null : Suggestion.Remedy(population, _byName.Keys);
        findings.Add(NetworkDiagnostics.UnknownName, location, $"the population '{population}', which does not exist", null, remedy);
    }
}
