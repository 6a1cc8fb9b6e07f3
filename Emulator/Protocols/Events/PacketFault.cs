namespace Ganglion.Protocols;

/// <summary>Why a packet was not read or not written. The codecs return it; none of them throws for what came over a wire.</summary>
public enum PacketFault
{
    /// <summary>The packet is good.</summary>
    None = 0,

    /// <summary>The packet ends before the fields that it must have; in a byte stream, more bytes are to come.</summary>
    Truncated,

    /// <summary>The packet is longer than its protocol allows, or does not fit the given memory.</summary>
    TooLong,

    /// <summary>The packet announces another number of elements than it holds.</summary>
    WrongCount,

    /// <summary>The packet names a type, command or version that the protocol does not have.</summary>
    UnknownType,

    /// <summary>The packet is of this protocol, but of another kind than the one asked for, such as a command in place of events.</summary>
    WrongKind,

    /// <summary>A value has no place in the target format, such as a coordinate above 32,767 in an event word.</summary>
    OutOfRange,

    /// <summary>The packet is older than one already read, in a protocol that takes packets in order alone.</summary>
    OutOfOrder,
}
