namespace Ganglion.Protocols.Spif;

/// <summary>What a client asks of the output of a pipe. The upper half of the command word.</summary>
public enum SpifCommandCode
{
    /// <summary>Send events to the address that the command came from.</summary>
    Start = 0x5EC0,

    /// <summary>Send no more.</summary>
    Stop = 0x5EC1,

    /// <summary>Send what there is at this interval, in microseconds, full or not.</summary>
    Tick = 0x5EC2,

    /// <summary>Send when a datagram has this number of bytes.</summary>
    FrameLength = 0x5EC4,
}
