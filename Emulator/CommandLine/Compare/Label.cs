namespace Ganglion.CommandLine.Compare;

/// <summary>Which output neuron should fire most in a stretch of timesteps.</summary>
/// <param name="From">First timestep of the stretch.</param>
/// <param name="To">Last timestep of the stretch.</param>
/// <param name="Neuron">The output neuron, from 0; −1 when nothing is known.</param>
internal readonly record struct Label(long From, long To, int Neuron);
