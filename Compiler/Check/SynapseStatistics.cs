namespace Ganglion.Compiler.Check;

/// <summary>What the synapses of one projection are like.</summary>
/// <param name="Synapses">Number of synapses.</param>
/// <param name="MinimumDelay">Smallest delay of the network; 1 without synapses.</param>
/// <param name="MaximumDelay">Largest delay of the network; 1 without synapses.</param>
/// <param name="Weights">How large the weights are.</param>
internal sealed record SynapseStatistics(int Synapses, int MinimumDelay, int MaximumDelay, EffectiveWeights Weights);
