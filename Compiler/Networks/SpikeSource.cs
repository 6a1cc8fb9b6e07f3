namespace Ganglion.Compiler.Networks;

/// <summary>Where the spikes of a <see cref="SourcePopulation"/> come from.</summary>
public abstract record SpikeSource;

/// <summary>Spikes are given when the network runs.</summary>
public sealed record ExternalSource : SpikeSource;

/// <summary>A fixed list of spikes.</summary>
/// <param name="Timesteps">Timestep of every spike, 0 or above, ascending.</param>
/// <param name="Neurons">Neuron of every spike, ascending within a timestep; a repeated entry fires again in the same timestep.</param>
public sealed record ListSource(IReadOnlyList<long> Timesteps, IReadOnlyList<int> Neurons) : SpikeSource;

/// <summary>A spike in every timestep with a fixed probability, independent between neurons and timesteps.</summary>
/// <param name="Probability">0 to 1; one value per neuron, or a single value for all.</param>
public sealed record PoissonSource(IReadOnlyList<double> Probability) : SpikeSource;
