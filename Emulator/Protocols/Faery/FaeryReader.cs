namespace Ganglion.Protocols.Faery;

/// <summary>Reads faery datagrams. The key of an event is its <see cref="CameraAddress"/> as a word.</summary>
/// <param name="format">The form.</param>
/// <remarks>As faery does, it refuses a datagram whose first time lies before the last time read: UDP may have brought it late.</remarks>
public struct FaeryReader(FaeryFormat format) : ILiveEventReader
{
    private readonly FaeryFormat _format = format;
    private ulong _latest;

    /// <inheritdoc/>
    public bool TryRead<TSink>(ReadOnlySpan<byte> datagram, ref TSink sink, out PacketFault fault)
        where TSink : struct, ILiveEventSink, allows ref struct
    {
        int bytes = FaeryEvent.Bytes(_format);
        fault = datagram.Length % bytes != 0 ? PacketFault.Truncated
            : datagram.Length > ushort.MaxValue ? PacketFault.TooLong
            : datagram.IsEmpty ? PacketFault.None
            : FaeryEvent.Time(_format, datagram) < _latest ? PacketFault.OutOfOrder
            : PacketFault.None;
        for (int i = 0; i < datagram.Length && fault == PacketFault.None; i += bytes)
        {
            fault = FaeryEvent.Address(_format, datagram[i..]).Fits ? PacketFault.None : PacketFault.OutOfRange;
        }

        if (fault != PacketFault.None)
        {
            return false;
        }

        for (; !datagram.IsEmpty; datagram = datagram[bytes..])
        {
            _latest = FaeryEvent.Time(_format, datagram);
            sink.Take(LiveEvent.At(FaeryEvent.Address(_format, datagram).Word, _latest));
        }

        return true;
    }
}
