namespace Ganglion.Compiler.Check;

/// <summary>What the synapses of one projection are like.</summary>
/// <param name="Synapses">Number of synapses.</param>
/// <param name="Smallest">Smallest weight; 0 without synapses.</param>
/// <param name="Largest">Largest weight; 0 without synapses.</param>
/// <param name="MinimumDelay">Smallest delay of the network; 1 without synapses.</param>
/// <param name="MaximumDelay">Largest delay of the network; 1 without synapses.</param>
internal readonly record struct SynapseStatistics(long Synapses, double Smallest, double Largest, int MinimumDelay, int MaximumDelay);
