namespace Ganglion.Emulator.Replay;

/// <summary>What a replay came to.</summary>
/// <param name="Timesteps">Timesteps that were replayed and compared.</param>
/// <param name="Spikes">Input spikes that were sent again.</param>
/// <param name="Checkpoints">Checkpoints that were compared.</param>
/// <param name="IsComplete">Whether the recorded run had been ended, and its end was reached.</param>
/// <param name="Divergence">Where the replay differed first; <see langword="null"/> when it did not.</param>
public sealed record ReplayResult(long Timesteps, long Spikes, int Checkpoints, bool IsComplete, Divergence? Divergence);
