using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Check;

/// <summary>What the synapses of one projection are like.</summary>
/// <param name="Synapses">Number of synapses.</param>
/// <param name="MinimumDelay">Smallest delay of the network; 1 without synapses.</param>
/// <param name="MaximumDelay">Largest delay of the network; 1 without synapses.</param>
/// <param name="LargestPositive">Largest positive weight times the gains of its target; 0 without one.</param>
/// <param name="LargestNegative">Largest magnitude of a negative weight times the gains of its target; 0 without one.</param>
internal sealed record SynapseStatistics(
    int Synapses, int MinimumDelay, int MaximumDelay, double LargestPositive, double LargestNegative)
{
    /// <summary>Largest magnitude of a weight times the gains of its target.</summary>
    public double Largest => Math.Max(LargestPositive, LargestNegative);

    /// <summary>Sign mode that holds all weights.</summary>
    public SignMode Sign => (LargestPositive > 0, LargestNegative > 0) switch
    {
        (true, true) => SignMode.Mixed,
        (false, true) => SignMode.Inhibitory,
        _ => SignMode.Excitatory,
    };
}
