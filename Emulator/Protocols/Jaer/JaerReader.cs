namespace Ganglion.Protocols.Jaer;

/// <summary>Reads jAER's unicast datagrams. The key of an event is its address, in the layout of the camera; times are microseconds.</summary>
/// <param name="options">The switches of the sender.</param>
/// <remarks>Datagrams out of order are read all the same, as jAER does; the sequence number serves to count what is missing.</remarks>
public struct JaerReader(JaerOptions options) : ILiveEventReader
{
    private readonly JaerOptions _options = options;
    private uint _expected;
    private bool _started;

    /// <summary>Datagrams that were lost so far, by the sequence numbers; those that came late count as lost.</summary>
    public long Lost { get; private set; }

    /// <inheritdoc/>
    public bool TryRead<TSink>(ReadOnlySpan<byte> datagram, ref TSink sink, out PacketFault fault)
        where TSink : struct, ILiveEventSink, allows ref struct
    {
        int start = _options.SequenceBytes;
        int bytes = _options.EventBytes;
        fault = datagram.Length < start || (datagram.Length - start) % bytes != 0 ? PacketFault.Truncated
            : datagram.Length > ushort.MaxValue ? PacketFault.TooLong
            : PacketFault.None;
        if (fault != PacketFault.None)
        {
            return false;
        }

        if (_options.HasSequence)
        {
            Count(JaerFields.ReadSequence(_options, datagram));
        }

        int address = _options.HasTimestamps && !_options.AddressFirst ? _options.FieldBytes : 0;
        int time = _options.AddressFirst ? _options.FieldBytes : 0;
        for (ReadOnlySpan<byte> rest = datagram[start..]; !rest.IsEmpty; rest = rest[bytes..])
        {
            uint key = JaerFields.Read(_options, rest[address..]);
            sink.Take(_options.HasTimestamps ? LiveEvent.At(key, JaerFields.Read(_options, rest[time..])) : new LiveEvent(key));
        }

        return true;
    }

    /// <summary>A number far behind is a late datagram or a sender that began anew; only a step ahead says that something is missing.</summary>
    private void Count(uint sequence)
    {
        int ahead = unchecked((int)(sequence - _expected));
        Lost += _started && ahead > 0 ? ahead : 0;
        (_started, _expected) = (true, unchecked(sequence + 1));
    }
}
