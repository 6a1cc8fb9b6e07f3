using Ganglion.ChipSpec.Diagnostics;

namespace Ganglion.Compiler.Mappings;

/// <summary>Consecutive neurons of one population on a core.</summary>
/// <param name="Core">Physical core.</param>
/// <param name="Population">Name of the population.</param>
/// <param name="First">First neuron, within the population.</param>
/// <param name="Count">Number of neurons, at least 1.</param>
/// <param name="Location">Where that stands.</param>
public sealed record PlannedNeurons(int Core, string Population, int First, int Count, SourceLocation Location);
