using System.Buffers.Binary;

namespace Ganglion.Protocols.Spif;

/// <summary>Reads SPIF words with timestamps, as AEStream sends them: a word with bit 31 clear is followed by its time in microseconds.</summary>
/// <remarks>
/// AEStream gives the last datagram of a stream twice its length, so that words of earlier datagrams follow the new ones. Times do not
/// fall within a datagram; where one does, or where a word has lost its time, the rest is old. Old words that continue the times
/// cannot be told from new ones. Times are the low 32 bits of a longer count and wrap after 71 minutes, which is no fall.
/// Source: dvs_to_udp.cpp of AEStream.
/// </remarks>
public struct SpifTimedReader : ILiveEventReader
{
    /// <summary>Words left out so far because they were old.</summary>
    public long StaleWords { get; private set; }

    /// <inheritdoc/>
    public bool TryRead<TSink>(ReadOnlySpan<byte> datagram, ref TSink sink, out PacketFault fault)
        where TSink : struct, ILiveEventSink, allows ref struct
    {
        fault = SpifWords.Check(datagram);
        if (fault != PacketFault.None)
        {
            return false;
        }

        uint latest = 0;
        bool timed = false;
        while (datagram.Length >= SpifFormat.WordBytes)
        {
            uint word = BinaryPrimitives.ReadUInt32LittleEndian(datagram);
            if ((word & SpifFormat.NoTimestamp) != 0)
            {
                sink.Take(new LiveEvent(word));
                datagram = datagram[SpifFormat.WordBytes..];
                continue;
            }

            if (datagram.Length < 2 * SpifFormat.WordBytes)
            {
                break;
            }

            uint time = BinaryPrimitives.ReadUInt32LittleEndian(datagram[SpifFormat.WordBytes..]);
            if (timed && unchecked((int)(time - latest)) < 0)
            {
                break;
            }

            (latest, timed) = (time, true);
            sink.Take(LiveEvent.At(word, time));
            datagram = datagram[(2 * SpifFormat.WordBytes)..];
        }

        StaleWords += datagram.Length / SpifFormat.WordBytes;
        return true;
    }
}
