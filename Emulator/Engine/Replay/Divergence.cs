using Ganglion.ChipSpec.Identifiers;

namespace Ganglion.Emulator.Replay;

/// <summary>Where a replay first differed from its recording.</summary>
/// <param name="Timestep">First timestep whose spikes differ; if none do, the checkpoint at which the state does.</param>
/// <param name="SpikesDiffer">Whether spikes differ, and not only state.</param>
/// <param name="Checkpoint">Timestep of the checkpoint at which it was found.</param>
/// <param name="Cores">Cores whose state differs at the checkpoint.</param>
public sealed record Divergence(long Timestep, bool SpikesDiffer, long Checkpoint, IReadOnlyList<CoreId> Cores);
