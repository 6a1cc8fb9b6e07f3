namespace Ganglion.Protocols;

/// <summary>Reads the events of datagrams of one protocol.</summary>
/// <remarks>Implemented by structs, so that a port that is generic over its reader is compiled for it.</remarks>
public interface ILiveEventReader
{
    /// <summary>Reads a datagram. A datagram with a fault gives no event at all.</summary>
    /// <typeparam name="TSink">The sink.</typeparam>
    /// <param name="datagram">The datagram, of any content.</param>
    /// <param name="sink">Takes the events, in the order of the datagram.</param>
    /// <param name="fault">Why the datagram was refused.</param>
    /// <returns>Whether the datagram is good.</returns>
    bool TryRead<TSink>(ReadOnlySpan<byte> datagram, ref TSink sink, out PacketFault fault)
        where TSink : struct, ILiveEventSink, allows ref struct;
}
