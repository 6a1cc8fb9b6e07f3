namespace Ganglion.Compiler.Quantize;

/// <summary>A register of all compartments of a population.</summary>
/// <param name="Name">Name of the column in chip images.</param>
/// <param name="Values">One value for all neurons, or one per neuron.</param>
internal readonly record struct RegisterColumn(string Name, int[] Values);
