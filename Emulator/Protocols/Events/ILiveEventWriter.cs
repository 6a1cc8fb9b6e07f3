namespace Ganglion.Protocols;

/// <summary>Writes events as datagrams of one protocol. Many events are many datagrams: call it until all are taken.</summary>
/// <remarks>Implemented by structs, so that a port that is generic over its writer is compiled for it.</remarks>
public interface ILiveEventWriter
{
    /// <summary>Bytes that the longest datagram takes; a buffer of this length is enough.</summary>
    int LongestDatagram { get; }

    /// <summary>Writes one datagram from the first of some events.</summary>
    /// <param name="events">The events, at least one.</param>
    /// <param name="datagram">Where the datagram goes.</param>
    /// <param name="taken">How many of the events are in it.</param>
    /// <param name="length">Its length in bytes.</param>
    /// <param name="fault">Why nothing was written. <see cref="PacketFault.OutOfRange"/> is about the first event: leave it out and go on.</param>
    /// <returns>Whether a datagram was written.</returns>
    bool TryWrite(ReadOnlySpan<LiveEvent> events, Span<byte> datagram, out int taken, out int length, out PacketFault fault);
}
