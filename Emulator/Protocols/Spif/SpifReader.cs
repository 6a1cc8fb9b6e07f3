using System.Buffers.Binary;

namespace Ganglion.Protocols.Spif;

/// <summary>Reads SPIF words as the board does: each word is a key, as it is; timestamps are not looked for.</summary>
public readonly struct SpifReader : ILiveEventReader
{
    /// <inheritdoc/>
    public bool TryRead<TSink>(ReadOnlySpan<byte> datagram, ref TSink sink, out PacketFault fault)
        where TSink : struct, ILiveEventSink, allows ref struct
    {
        fault = SpifWords.Check(datagram);
        if (fault != PacketFault.None)
        {
            return false;
        }

        for (int i = 0; i < datagram.Length; i += SpifFormat.WordBytes)
        {
            sink.Take(new LiveEvent(BinaryPrimitives.ReadUInt32LittleEndian(datagram[i..])));
        }

        return true;
    }
}
