namespace Ganglion.Server.Options;

/// <summary>The keys that a user chose for a population.</summary>
/// <param name="Population">Name of the population.</param>
/// <param name="BaseKey">Key of its first neuron.</param>
public sealed record KeyChoice(string Population, uint BaseKey);
