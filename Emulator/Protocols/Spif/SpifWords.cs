namespace Ganglion.Protocols.Spif;

/// <summary>What every datagram of words must be: whole words, and not too many.</summary>
internal static class SpifWords
{
    public static PacketFault Check(ReadOnlySpan<byte> datagram) =>
        datagram.Length > SpifFormat.MostWords * SpifFormat.WordBytes ? PacketFault.TooLong
        : datagram.Length % SpifFormat.WordBytes != 0 ? PacketFault.Truncated
        : PacketFault.None;
}
