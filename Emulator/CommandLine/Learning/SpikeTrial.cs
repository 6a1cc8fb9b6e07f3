namespace Ganglion.CommandLine.Learning;

/// <summary>Spikes of the two neurons of one synapse.</summary>
/// <param name="Source">Timesteps in which the source fires, from 1, ascending.</param>
/// <param name="Target">Timesteps in which the target fires, from 1, ascending.</param>
/// <param name="Pulses">What third factors bring.</param>
internal sealed record SpikeTrial(IReadOnlyList<int> Source, IReadOnlyList<int> Target, IReadOnlyList<FactorPulse> Pulses)
{
    /// <summary>The last timestep in which something happens.</summary>
    public int LastTimestep => Source.Concat(Target).Concat(Pulses.Select(pulse => pulse.Timestep)).DefaultIfEmpty().Max();
}
