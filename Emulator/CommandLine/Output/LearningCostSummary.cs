using Ganglion.Compiler.Networks;

namespace Ganglion.CommandLine.Output;

/// <summary>What a learning rule makes a chip keep and do.</summary>
/// <param name="SourceTraces">Traces of each source neuron.</param>
/// <param name="TargetTraces">Traces of each target neuron.</param>
/// <param name="Tag">Whether synapses keep a tag.</param>
/// <param name="Delay">Whether synapses keep a delay variable.</param>
/// <param name="SynapseBits">Bits of synapse memory for what a synapse keeps, its weight included.</param>
/// <param name="AddedBits">Bits of them that a static synapse does not have.</param>
/// <param name="AxonsPerSource">Axons in that a source takes on a core.</param>
/// <param name="EpochsBetweenVisits">Epochs after which all synapses are visited; null when only spikes cause visits.</param>
internal sealed record LearningCostSummary(
    IReadOnlyList<string> SourceTraces,
    IReadOnlyList<string> TargetTraces,
    bool Tag,
    bool Delay,
    int SynapseBits,
    int AddedBits,
    int AxonsPerSource,
    int? EpochsBetweenVisits)
{
    /// <summary>Describes a cost.</summary>
    /// <param name="cost">The cost.</param>
    public static LearningCostSummary Of(LearningCost cost) => new(
        [.. cost.SourceTraces.Select(trace => trace.ToString().ToLowerInvariant())],
        [.. cost.TargetTraces.Select(trace => trace.ToString().ToLowerInvariant())],
        cost.KeepsTag, cost.KeepsDelay, cost.VariableBits, cost.AddedBits, LearningCost.AxonsPerSource, cost.EpochsBetweenVisits);
}
