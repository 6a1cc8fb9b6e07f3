using Ganglion.Compiler.Quantize;

namespace Ganglion.Compiler.Partition;

/// <summary>A network whose neurons are divided over cores.</summary>
/// <param name="Integers">The network.</param>
/// <param name="Parts">One part per core; every neuron is in exactly one.</param>
internal sealed record Partitioning(IntegerNetwork Integers, IReadOnlyList<CorePart> Parts);
