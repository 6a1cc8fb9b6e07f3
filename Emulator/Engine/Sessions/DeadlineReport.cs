namespace Ganglion.Emulator.Sessions;

/// <summary>How well a paced session kept its time.</summary>
/// <param name="Timesteps">Timesteps that were paced.</param>
/// <param name="Missed">Timesteps that ended after the next one was due.</param>
/// <param name="WorstLateness">Longest time by which one did.</param>
public readonly record struct DeadlineReport(long Timesteps, long Missed, TimeSpan WorstLateness);
