namespace Ganglion.Emulator.Observers;

/// <summary>Values that are sampled while the machine runs.</summary>
/// <param name="Count">Values of a sample.</param>
/// <param name="Every">Timesteps from one sample to the next.</param>
/// <param name="Sink">Where the samples go.</param>
internal sealed record Probe(int Count, int Every, IProbeSink Sink)
{
    /// <summary>Whether a timestep is sampled.</summary>
    public bool Samples(long timestep) => timestep > 0 && timestep % Every == 0;
}
