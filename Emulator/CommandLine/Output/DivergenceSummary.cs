namespace Ganglion.CommandLine.Output;

/// <summary>Where a replay differed from its recording.</summary>
/// <param name="Timestep">First timestep whose spikes differ; if none do, the checkpoint.</param>
/// <param name="SpikesDiffer">Whether spikes differ, and not only state.</param>
/// <param name="Checkpoint">Timestep of the checkpoint at which it was found.</param>
/// <param name="Cores">Cores whose state differs there.</param>
internal sealed record DivergenceSummary(long Timestep, bool SpikesDiffer, long Checkpoint, IReadOnlyList<int> Cores);
