namespace Ganglion.Emulator.Observers;

/// <summary>Sees every timestep of a machine, in order, on one thread at a time.</summary>
/// <remarks>Timesteps arrive in bundles while the machine runs; all have arrived when a run returns.</remarks>
public interface ITimestepObserver
{
    /// <summary>Takes a timestep.</summary>
    /// <param name="record">What happened; valid during the call only.</param>
    void Observe(in TimestepRecord record);
}
