using Ganglion.Emulator.Replay;

namespace Ganglion.CommandLine.Output;

/// <summary>JSON of <c>ganglion replay</c>; docs/formats/json.md describes every field.</summary>
/// <param name="File">The recorded run.</param>
/// <param name="Image">Chip image that was run again.</param>
/// <param name="Timesteps">Timesteps that were replayed and compared.</param>
/// <param name="InputSpikes">Spikes from outside that were sent again.</param>
/// <param name="Checkpoints">Checkpoints that were compared.</param>
/// <param name="Complete">Whether the recorded run was ended, and its end was reached.</param>
/// <param name="Divergence">Where the replay differed first; null when it did not.</param>
internal sealed record ReplaySummary(
    string File, string Image, long Timesteps, long InputSpikes, int Checkpoints, bool Complete, DivergenceSummary? Divergence)
{
    /// <summary>Describes a replay.</summary>
    /// <param name="file">The recorded run.</param>
    /// <param name="image">Chip image that was run again.</param>
    /// <param name="result">What it came to.</param>
    public static ReplaySummary Of(string file, string image, ReplayResult result) => new(
        file, image, result.Timesteps, result.Spikes, result.Checkpoints, result.IsComplete,
        result.Divergence is { } divergence
            ? new DivergenceSummary(divergence.Timestep, divergence.SpikesDiffer, divergence.Checkpoint, [.. divergence.Cores.Select(core => core.Value)])
            : null);
}
