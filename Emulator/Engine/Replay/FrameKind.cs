namespace Ganglion.Emulator.Replay;

/// <summary>What a frame of a recording holds.</summary>
internal enum FrameKind : byte
{
    /// <summary>A <see cref="RunRecordingHeader"/>, first and once.</summary>
    Header = 1,

    /// <summary>A <see cref="RecordedInput"/>.</summary>
    Input = 2,

    /// <summary>A <see cref="RecordedCheckpoint"/>.</summary>
    Checkpoint = 3,
}
