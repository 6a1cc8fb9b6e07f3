using System.Buffers.Binary;

namespace Ganglion.Protocols.Eieio;

/// <summary>Writes EIEIO data packets of at most 256 bytes.</summary>
/// <param name="format">How they are formed.</param>
/// <remarks>
/// A packet ends where it is full, where the time changes and goes into the prefix, and before an event that does not fit the format:
/// a key with another upper half than the prefix, or a key, payload or time that is too wide. An event without a payload has the payload
/// 0, one without a time the time 0, in formats that have a place for it. Where payloads are times, an event's own payload is left out.
/// Source: live_packet_gather.c, SpiNNakerManchester/SpiNNFrontEndCommon.
/// </remarks>
public readonly struct EieioWriter(EieioFormat format) : ILiveEventWriter
{
    private readonly EieioFormat _format = format;

    /// <inheritdoc/>
    public int LongestDatagram => EieioHeader.LongestPacket;

    /// <inheritdoc/>
    public bool TryWrite(ReadOnlySpan<LiveEvent> events, Span<byte> datagram, out int taken, out int length, out PacketFault fault)
    {
        (taken, length) = (0, 0);
        EieioHeader form = _format.Header(0);
        fault = events.IsEmpty || (_format.Times == EieioTimes.Payloads && !form.HasPayloads) || (_format.Times == EieioTimes.Prefix && _format.PayloadPrefix is not null)
            ? PacketFault.WrongCount
            : Fits(events[0], form) ? PacketFault.None : PacketFault.OutOfRange;
        int room = Math.Min(datagram.Length, EieioHeader.LongestPacket) - form.ElementsStart;
        if (fault == PacketFault.None && room < form.ElementBytes)
        {
            fault = PacketFault.TooLong;
        }

        if (fault != PacketFault.None)
        {
            return false;
        }

        int most = Math.Min(events.Length, room / form.ElementBytes);
        Span<byte> place = datagram[form.ElementsStart..];
        while (taken < most && BelongsWithFirst(events[taken], events[0]) && Fits(events[taken], form))
        {
            WriteElement(place, events[taken++], form);
            place = place[form.ElementBytes..];
        }

        WriteStart(datagram, _format.Header(taken), events[0]);
        length = form.ElementsStart + (taken * form.ElementBytes);
        return true;
    }

    private bool BelongsWithFirst(in LiveEvent next, in LiveEvent first) =>
        _format.Times != EieioTimes.Prefix || next.Timestamp == first.Timestamp;

    private bool Fits(in LiveEvent candidate, EieioHeader form)
    {
        uint widest = form.IsWide ? uint.MaxValue : ushort.MaxValue;
        bool keyFits = _format.KeyPrefix is { } prefix ? candidate.Key >> 16 == prefix : candidate.Key <= widest;
        ulong inPayload = _format.Times == EieioTimes.Payloads ? candidate.Timestamp : form.HasPayloads ? candidate.Payload : 0;
        ulong inPrefix = _format.Times == EieioTimes.Prefix ? candidate.Timestamp : _format.PayloadPrefix ?? 0;
        return keyFits && inPayload <= widest && inPrefix <= widest;
    }

    private void WriteElement(Span<byte> place, in LiveEvent element, EieioHeader form)
    {
        uint payload = _format.Times == EieioTimes.Payloads ? (uint)element.Timestamp : element.Payload;
        WriteField(place, element.Key, form);
        if (form.HasPayloads)
        {
            WriteField(place[form.FieldBytes..], payload, form);
        }
    }

    private void WriteStart(Span<byte> packet, EieioHeader header, in LiveEvent first)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(packet, header.Bits);
        packet = packet[EieioHeader.Bytes..];
        if (_format.KeyPrefix is { } prefix)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(packet, prefix);
            packet = packet[2..];
        }

        if (header.HasPayloadPrefix)
        {
            WriteField(packet, _format.Times == EieioTimes.Prefix ? (uint)first.Timestamp : _format.PayloadPrefix ?? 0, header);
        }
    }

    private static void WriteField(Span<byte> place, uint value, EieioHeader header)
    {
        if (header.IsWide)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(place, value);
        }
        else
        {
            BinaryPrimitives.WriteUInt16LittleEndian(place, (ushort)value);
        }
    }
}
