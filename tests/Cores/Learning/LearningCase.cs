using Ganglion.ChipSpec.Learning;

namespace Ganglion.Cores.Tests.Learning;

/// <summary>A plastic projection and the spikes of both of its sides.</summary>
internal sealed record LearningCase(
    string Rule, PlasticSign Sign, int[] Impulses, uint[] Decays, int Exponent, int[] Weights, double[] SourceSpikes, double[] TargetSpikes, double Rate, ulong Seed)
{
    /// <summary>Timesteps of a learning epoch.</summary>
    public int EpochTimesteps { get; init; } = 1;
}
