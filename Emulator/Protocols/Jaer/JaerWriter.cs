namespace Ganglion.Protocols.Jaer;

/// <summary>Writes jAER's unicast datagrams, each with the next sequence number where there is one.</summary>
/// <param name="options">The switches of the receiver. Times are cut to the width of a field.</param>
public struct JaerWriter(JaerOptions options) : ILiveEventWriter
{
    /// <summary>A datagram that no Ethernet has to split.</summary>
    private const int MostBytes = 1472;

    private readonly JaerOptions _options = options;
    private uint _sequence;

    /// <inheritdoc/>
    public readonly int LongestDatagram => MostBytes;

    /// <inheritdoc/>
    public bool TryWrite(ReadOnlySpan<LiveEvent> events, Span<byte> datagram, out int taken, out int length, out PacketFault fault)
    {
        int start = _options.SequenceBytes;
        int bytes = _options.EventBytes;
        int room = Math.Max(0, Math.Min(datagram.Length, MostBytes) - start) / bytes;
        (taken, length) = (0, 0);
        fault = events.IsEmpty ? PacketFault.WrongCount : room == 0 ? PacketFault.TooLong : Fits(events[0]) ? PacketFault.None : PacketFault.OutOfRange;
        if (fault != PacketFault.None)
        {
            return false;
        }

        if (_options.HasSequence)
        {
            JaerFields.WriteSequence(_options, unchecked(_sequence++), datagram);
        }

        int most = Math.Min(events.Length, room);
        for (; taken < most && Fits(events[taken]); taken++)
        {
            Write(events[taken], datagram[(start + (taken * bytes))..]);
        }

        length = start + (taken * bytes);
        return true;
    }

    private readonly bool Fits(in LiveEvent candidate) => !_options.Uses16Bits || candidate.Key <= ushort.MaxValue;

    private readonly void Write(in LiveEvent source, Span<byte> place)
    {
        uint time = unchecked((uint)source.Timestamp);
        JaerFields.Write(_options, _options.AddressFirst || !_options.HasTimestamps ? source.Key : time, place);
        if (_options.HasTimestamps)
        {
            JaerFields.Write(_options, _options.AddressFirst ? time : source.Key, place[_options.FieldBytes..]);
        }
    }
}
