namespace Ganglion.Emulator.Replay;

/// <summary>How the reading of a frame ended.</summary>
internal enum FrameState
{
    /// <summary>It is whole.</summary>
    Whole,

    /// <summary>The file ends before its end.</summary>
    End,

    /// <summary>Its checksum or its kind is wrong.</summary>
    Damaged,
}
