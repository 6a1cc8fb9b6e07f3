namespace Ganglion.Protocols.Faery;

/// <summary>Writes faery datagrams of up to 100 events. The key of an event is a <see cref="CameraAddress"/> as a word.</summary>
/// <param name="format">The form. Times are cut to its width.</param>
public readonly struct FaeryWriter(FaeryFormat format) : ILiveEventWriter
{
    private readonly FaeryFormat _format = format;

    /// <inheritdoc/>
    public int LongestDatagram => FaeryEvent.PerDatagram * FaeryEvent.Bytes(_format);

    /// <inheritdoc/>
    public bool TryWrite(ReadOnlySpan<LiveEvent> events, Span<byte> datagram, out int taken, out int length, out PacketFault fault)
    {
        int bytes = FaeryEvent.Bytes(_format);
        taken = Math.Min(events.Length, Math.Min(FaeryEvent.PerDatagram, datagram.Length / bytes));
        length = taken * bytes;
        fault = taken > 0 ? PacketFault.None : events.IsEmpty ? PacketFault.WrongCount : PacketFault.TooLong;
        for (int i = 0; i < taken; i++)
        {
            FaeryEvent.Write(_format, events[i], datagram[(i * bytes)..]);
        }

        return taken > 0;
    }
}
