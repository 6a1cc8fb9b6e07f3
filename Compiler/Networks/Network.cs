namespace Ganglion.Compiler.Networks;

/// <summary>What the user describes: populations and the projections between them. Immutable.</summary>
/// <remarks>Built with a <c>NetworkBuilder</c>, which checks names, shapes and ranges; or read from a file.</remarks>
public sealed record Network
{
    /// <summary>Name, for reports.</summary>
    public required string Name { get; init; }

    /// <summary>Populations; a neuron's logical id is its population's first id plus its index.</summary>
    public required IReadOnlyList<Population> Populations { get; init; }

    /// <summary>Projections, in the order of description.</summary>
    public required IReadOnlyList<Projection> Projections { get; init; }

    /// <summary>Duration of a timestep in seconds, where the network has a notion of time.</summary>
    public double? TimestepSeconds { get; init; }

    /// <summary>Names of the populations whose spikes are the result; may be empty.</summary>
    public IReadOnlyList<string> Outputs { get; init; } = [];

    /// <summary>The population of that name.</summary>
    /// <param name="name">Name of a population.</param>
    /// <exception cref="KeyNotFoundException">There is none of that name.</exception>
    public Population this[string name] =>
        Populations.FirstOrDefault(p => p.Name == name) ?? throw new KeyNotFoundException($"No population '{name}'.");
}
