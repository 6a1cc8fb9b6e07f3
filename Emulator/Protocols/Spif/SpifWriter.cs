using System.Buffers.Binary;

namespace Ganglion.Protocols.Spif;

/// <summary>Writes keys as SPIF words: the form of the board's output, and of input without timestamps. Payloads and timestamps are left out.</summary>
/// <param name="wordsPerDatagram">Words per datagram, 1 to 256.</param>
public readonly struct SpifWriter(int wordsPerDatagram) : ILiveEventWriter
{
    private readonly int _words = Math.Clamp(wordsPerDatagram, 1, SpifFormat.MostWords);

    /// <inheritdoc/>
    public int LongestDatagram => _words * SpifFormat.WordBytes;

    /// <inheritdoc/>
    public bool TryWrite(ReadOnlySpan<LiveEvent> events, Span<byte> datagram, out int taken, out int length, out PacketFault fault)
    {
        taken = Math.Min(events.Length, Math.Min(Math.Max(_words, 1), datagram.Length / SpifFormat.WordBytes));
        length = taken * SpifFormat.WordBytes;
        fault = taken > 0 ? PacketFault.None : events.IsEmpty ? PacketFault.WrongCount : PacketFault.TooLong;
        for (int i = 0; i < taken; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(datagram[(i * SpifFormat.WordBytes)..], events[i].Key);
        }

        return taken > 0;
    }
}
