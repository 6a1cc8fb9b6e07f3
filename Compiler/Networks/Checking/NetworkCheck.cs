using Ganglion.ChipSpec.Diagnostics;

namespace Ganglion.Compiler.Networks.Checking;

/// <summary>Checks a described network as a whole; neither allocates nor runs for longer than its description is large.</summary>
internal sealed class NetworkCheck(
    string name,
    IReadOnlyList<Located<Population>> populations,
    IReadOnlyList<Located<Projection>> projections,
    IReadOnlyList<Located<string>> outputs,
    Located<double>? timestep)
{
    /// <summary>Most neurons and sources of a network.</summary>
    public const int MaximumNeurons = 100_000_000;

    /// <summary>Most synapses of a network.</summary>
    public const double MaximumSynapses = 4e9;

    private readonly List<Diagnostic> _findings = [];
    private readonly Dictionary<string, Population> _byName = new(StringComparer.Ordinal);
    private readonly HashSet<string> _wellShaped = new(StringComparer.Ordinal);

    public IReadOnlyList<Diagnostic> Run()
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

        return _findings;
    }

    private void CheckWhole()
    {
        if (populations.Count == 0)
        {
            Report(NetworkDiagnostics.Empty, new SourceLocation(Path: $"network '{name}'"), "no population", "at least one population");
        }

        if (timestep is { Value: var seconds } && !(double.IsFinite(seconds) && seconds > 0))
        {
            Report(NetworkDiagnostics.Timestep, timestep.At("timestep"), $"a timestep of {seconds} s", "a finite duration above 0");
        }

        double neurons = populations.Sum(p => p.Value.Shape.All(extent => extent > 0) ? p.Value.Shape.Volume() : 0);
        if (neurons > MaximumNeurons)
        {
            Located<Population> largest = populations.MaxBy(p => p.Value.Shape.Volume())!;
            Report(
                NetworkDiagnostics.TooLarge,
                largest.At($"population '{largest.Value.Name}'"),
                $"a network of {neurons:N0} neurons, {largest.Value.Shape.Volume():N0} of them here",
                $"{MaximumNeurons:N0} neurons in all",
                "check the shape");
        }
    }

    private void CheckPopulation(Located<Population> located)
    {
        Population population = located.Value;
        SourceLocation location = located.At($"population '{population.Name}'");
        if (string.IsNullOrWhiteSpace(population.Name))
        {
            Report(NetworkDiagnostics.Name, location, "a population without a name", "a name");
        }
        else if (!_byName.TryAdd(population.Name, population))
        {
            Report(NetworkDiagnostics.Name, location, $"the name '{population.Name}' a second time", "a name of its own for each population and source", "rename one");
        }

        if (population.Shape.Count == 0 || population.Shape.Any(extent => extent < 1))
        {
            Report(NetworkDiagnostics.Shape, location, $"the shape {population.Shape.Text()}", "at least one extent, each at least 1");
        }
        else if (population.Shape.Volume() <= MaximumNeurons)
        {
            _wellShaped.Add(population.Name);
            _findings.AddRange(ParameterCheck.Run(population, location));
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
                Report(NetworkDiagnostics.Name, location, $"the name '{projection.Name}' a second time", "a name of its own for each projection", "rename one");
            }

            bool sourceKnown = CheckName(projection.Source, location);
            bool targetKnown = CheckName(projection.Target, location);
            if (targetKnown && _byName[projection.Target] is SourcePopulation)
            {
                Report(NetworkDiagnostics.TargetIsSource, location, $"the target '{projection.Target}', which is a spike source", "a target with neurons");
            }

            _findings.AddRange(WeightUnitCheck.Run(projection, location));
            if (sourceKnown && targetKnown && _wellShaped.Contains(projection.Source) && _wellShaped.Contains(projection.Target))
            {
                synapses += CheckConnectivity(projection, location, sound, located);
            }
        }

        if (synapses > MaximumSynapses)
        {
            Report(
                NetworkDiagnostics.TooLarge,
                new SourceLocation(projections[0].Location?.File, Path: $"network '{name}'"),
                $"about {synapses:N0} synapses",
                $"{MaximumSynapses:N0} synapses in all",
                "connect fewer neurons, or with a lower probability");
        }

        if (ZeroDelayLoop.Find(sound) is { } loop)
        {
            Report(
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
        int before = _findings.Count;
        foreach (string problem in projection.Connectivity.Validate(source, target))
        {
            Report(NetworkDiagnostics.Connectivity, location, problem);
        }

        if (_findings.Count > before)
        {
            return 0;
        }

        sound.Add(located);
        return projection.Connectivity.EstimateSynapses(source, target);
    }

    private bool CheckName(string population, SourceLocation location)
    {
        if (_byName.ContainsKey(population))
        {
            return true;
        }

        Report(NetworkDiagnostics.UnknownName, location, $"the population '{population}', which does not exist");
        return false;
    }

    private void Report(DiagnosticDescriptor descriptor, SourceLocation location, string found, string? allowed = null, string? remedy = null) =>
        _findings.Add(new Diagnostic { Descriptor = descriptor, Location = location, Found = found, Allowed = allowed, Remedy = remedy });
}
