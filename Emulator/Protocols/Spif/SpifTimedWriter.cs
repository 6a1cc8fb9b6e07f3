using System.Buffers.Binary;

namespace Ganglion.Protocols.Spif;

/// <summary>Writes SPIF words with timestamps, two words per event, 256 bytes per datagram, as AEStream does, but with no old words at the end.</summary>
/// <remarks>Bit 31 of a key is cleared, which says that the time follows; times are cut to 32 bits. An event without a timestamp has the time 0.</remarks>
public readonly struct SpifTimedWriter : ILiveEventWriter
{
    private const int EventBytes = 2 * SpifFormat.WordBytes;

    private const int EventsPerDatagram = 32;

    /// <inheritdoc/>
    public int LongestDatagram => EventsPerDatagram * EventBytes;

    /// <inheritdoc/>
    public bool TryWrite(ReadOnlySpan<LiveEvent> events, Span<byte> datagram, out int taken, out int length, out PacketFault fault)
    {
        taken = Math.Min(events.Length, Math.Min(EventsPerDatagram, datagram.Length / EventBytes));
        length = taken * EventBytes;
        fault = taken > 0 ? PacketFault.None : events.IsEmpty ? PacketFault.WrongCount : PacketFault.TooLong;
        for (int i = 0; i < taken; i++)
        {
            Span<byte> place = datagram[(i * EventBytes)..];
            BinaryPrimitives.WriteUInt32LittleEndian(place, events[i].Key & ~SpifFormat.NoTimestamp);
            BinaryPrimitives.WriteUInt32LittleEndian(place[SpifFormat.WordBytes..], unchecked((uint)events[i].Timestamp));
        }

        return taken > 0;
    }
}
