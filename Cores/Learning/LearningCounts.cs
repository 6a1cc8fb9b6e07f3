namespace Ganglion.Cores.Learning;

/// <summary>What learning has done.</summary>
/// <param name="Updates">Synapses that were visited.</param>
/// <param name="WeightWrites">Weights that changed.</param>
/// <param name="TraceUpdates">Impulses that traces have taken.</param>
public readonly record struct LearningCounts(long Updates, long WeightWrites, long TraceUpdates);
