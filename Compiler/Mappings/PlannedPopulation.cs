using Ganglion.ChipSpec.Diagnostics;

namespace Ganglion.Compiler.Mappings;

/// <summary>A population that is divided evenly, in its order, over cores.</summary>
/// <param name="Population">Name of the population.</param>
/// <param name="Cores">Physical cores, at least one.</param>
/// <param name="Location">Where that stands.</param>
public sealed record PlannedPopulation(string Population, IReadOnlyList<int> Cores, SourceLocation Location);
