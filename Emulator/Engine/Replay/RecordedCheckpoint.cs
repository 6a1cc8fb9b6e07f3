namespace Ganglion.Emulator.Replay;

/// <summary>What a run had come to.</summary>
/// <param name="Timestep">Last timestep that had run.</param>
/// <param name="Spikes">Hash of the spikes of every timestep since the checkpoint before, the last one for <paramref name="Timestep"/>.</param>
/// <param name="Cores">Hash of the state of every core, in the order of the image.</param>
/// <param name="IsLast">Whether the run ended here.</param>
internal sealed record RecordedCheckpoint(long Timestep, uint[] Spikes, ulong[] Cores, bool IsLast);
