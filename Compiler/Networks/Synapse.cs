namespace Ganglion.Compiler.Networks;

/// <summary>One synapse of a row.</summary>
/// <param name="Target">Neuron of the target population, from 0.</param>
/// <param name="Weight">Weight, in the unit of the projection's <see cref="WeightUnit"/>.</param>
/// <param name="Delay">Timesteps from the spike to its effect; 0 means within the same timestep (not between chip cores).</param>
public readonly record struct Synapse(int Target, double Weight, int Delay);
