using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Reading;
using Ganglion.Compiler.Networks.Checking;

namespace Ganglion.Compiler.Networks;

/// <summary>Describes a network step by step and checks it as a whole.</summary>
/// <remarks>
/// <code>
/// Network network = new NetworkBuilder("two layers")
///     .Timestep(1e-3)
///     .AddSource("input", [64], new ExternalSource())
///     .AddPopulation("hidden", [128], NeuronFactory.Lif(membraneTimeConstant: 20e-3, timestep: 1e-3, threshold: 1.0))
///     .Connect("input", "hidden", new AllToAll(64, 128, weight: 0.1))
///     .Output("hidden")
///     .Build();
/// </code>
/// Nothing is refused before <see cref="Build"/>. Locations are for readers of files: findings then point into the file.
/// </remarks>
/// <param name="name">Name of the network, for reports.</param>
public sealed class NetworkBuilder(string name)
{
    private readonly List<Located<Population>> _populations = [];
    private readonly List<Located<Projection>> _projections = [];
    private readonly List<Located<string>> _outputs = [];
    private readonly Dictionary<(string Source, string Target), int> _projectionsBetween = [];
    private readonly HashSet<string> _unreadable = new(StringComparer.Ordinal);
    private Located<double>? _timestep;

    /// <summary>Sets the duration of a timestep.</summary>
    /// <param name="seconds">Seconds, above 0.</param>
    /// <param name="location">Where it is described.</param>
    public NetworkBuilder Timestep(double seconds, SourceLocation? location = null)
    {
        _timestep = new Located<double>(seconds, location);
        return this;
    }

    /// <summary>Adds neurons.</summary>
    /// <param name="name">Name, unique among the populations and sources.</param>
    /// <param name="shape">Shape, outermost dimension first.</param>
    /// <param name="neurons">Model and parameters.</param>
    /// <param name="pinnedCores">Physical core of each neuron, where it is given.</param>
    /// <param name="location">Where they are described.</param>
    public NetworkBuilder AddPopulation(
        string name,
        IReadOnlyList<int> shape,
        NeuronParameters neurons,
        IReadOnlyList<int>? pinnedCores = null,
        SourceLocation? location = null)
    {
        var population = new NeuronPopulation { Name = name, Shape = shape, Neurons = neurons, PinnedCores = pinnedCores };
        _populations.Add(new Located<Population>(population, location));
        return this;
    }

    /// <summary>Adds spike sources.</summary>
    /// <param name="name">Name, unique among the populations and sources.</param>
    /// <param name="shape">Shape, outermost dimension first.</param>
    /// <param name="source">Where the spikes come from.</param>
    /// <param name="location">Where they are described.</param>
    public NetworkBuilder AddSource(string name, IReadOnlyList<int> shape, SpikeSource source, SourceLocation? location = null)
    {
        _populations.Add(new Located<Population>(new SourcePopulation { Name = name, Shape = shape, Source = source }, location));
        return this;
    }

    /// <summary>Adds a projection.</summary>
    /// <param name="source">Name of the source population.</param>
    /// <param name="target">Name of the target population.</param>
    /// <param name="connectivity">Which neurons are connected, with which weights and delays.</param>
    /// <param name="name">Name, unique among the projections; <c>source -&gt; target</c> when <see langword="null"/>, numbered from the second unnamed one on.</param>
    /// <param name="unit">What the weights mean; <see cref="WeightUnit.Physical"/> when <see langword="null"/>.</param>
    /// <param name="encoding">How the chip shall hold the synapses; <see langword="null"/> leaves it to the compiler.</param>
    /// <param name="location">Where it is described.</param>
    /// <param name="receptor">Receptor of the target neurons, from 0; most models have one.</param>
    public NetworkBuilder Connect(
        string source,
        string target,
        Connectivity connectivity,
        string? name = null,
        WeightUnit? unit = null,
        RowForm? encoding = null,
        SourceLocation? location = null,
        int receptor = 0)
    {
        var projection = new Projection
        {
            Name = name ?? DefaultName(source, target),
            Source = source,
            Target = target,
            Connectivity = connectivity,
            Unit = unit ?? WeightUnit.Physical,
            Encoding = encoding,
            Receptor = receptor,
        };
        _projections.Add(new Located<Projection>(projection, location));
        return this;
    }

    /// <summary>Adds a projection with all that it can have, such as plasticity.</summary>
    /// <param name="projection">The projection; an empty name is replaced by <c>source -&gt; target</c>.</param>
    /// <param name="location">Where it is described.</param>
    public NetworkBuilder Connect(Projection projection, SourceLocation? location = null)
    {
        ArgumentNullException.ThrowIfNull(projection);
        Projection named = projection.Name.Length > 0 ? projection : projection with { Name = DefaultName(projection.Source, projection.Target) };
        _projections.Add(new Located<Projection>(named, location));
        return this;
    }

    /// <summary>Declares that a population's spikes are a result.</summary>
    /// <param name="population">Name of the population.</param>
    /// <param name="location">Where it is described.</param>
    public NetworkBuilder Output(string population, SourceLocation? location = null)
    {
        _outputs.Add(new Located<string>(population, location));
        return this;
    }

    /// <summary>What is wrong with what has been described so far; empty when it can be built.</summary>
    public IReadOnlyList<Diagnostic> Check()
    {
        var findings = new ViolationCollector();
        CheckInto(findings);
        return findings.Diagnostics;
    }

    /// <summary>Builds the network.</summary>
    /// <exception cref="InvalidInputException">It is not consistent; carries everything that was found.</exception>
    public Network Build()
    {
        var findings = new ViolationCollector();
        CheckInto(findings);
        findings.ThrowIfInvalid();

        return new Network
        {
            Name = name,
            Populations = [.. _populations.Select(p => p.Value)],
            Projections = [.. _projections.Select(p => p.Value)],
            TimestepSeconds = _timestep?.Value,
            Outputs = [.. _outputs.Select(o => o.Value)],
        };
    }

    /// <summary>Declares the name of a population that a reader has already found fault with, so that references to it are not faulted too.</summary>
    internal void DeclareUnreadable(string population) => _unreadable.Add(population);

    internal void CheckInto(ViolationCollector findings) =>
        new NetworkCheck(name, _populations, _projections, _outputs, _timestep, findings) { Unreadable = _unreadable }.Run();

    private string DefaultName(string source, string target)
    {
        int number = _projectionsBetween[(source, target)] = _projectionsBetween.GetValueOrDefault((source, target)) + 1;
        return number == 1 ? $"{source} -> {target}" : $"{source} -> {target} #{number}";
    }
}
