namespace Ganglion.Emulator.Replay;

/// <summary>What a recorded run began with.</summary>
/// <param name="ImageHash">Hash of the chip image, as 32 hexadecimal digits.</param>
/// <param name="ImagePath">Path of the image when the run was recorded; relative to the recording, if it was given so.</param>
/// <param name="Seed">Seed of the run.</param>
/// <param name="CheckpointTimesteps">Timesteps from one checkpoint to the next, at least 1.</param>
public sealed record RunRecordingHeader(string ImageHash, string ImagePath, ulong Seed, long CheckpointTimesteps);
