namespace Ganglion.Compiler.Partition;

/// <summary>Consecutive neurons of one population.</summary>
/// <param name="Population">Index of the population.</param>
/// <param name="First">First neuron, within the population.</param>
/// <param name="Count">Number of neurons.</param>
internal readonly record struct NeuronRun(int Population, int First, int Count);
