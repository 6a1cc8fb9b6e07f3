namespace Ganglion.Protocols.Sdp;

/// <summary>The header of a SpiNNaker datagram: from which core to which core.</summary>
/// <param name="Flags">0x07 where no reply is expected, 0x87 where one is.</param>
/// <param name="Tag">The IP tag by which the datagram leaves the machine; 255 for none.</param>
/// <param name="Destination">Where it goes.</param>
/// <param name="Source">Where it comes from.</param>
/// <remarks>
/// On UDP two bytes of padding precede it. Then: flags, tag, port and core of destination and source, and the chips of destination and
/// source, each as y, then x. Source: the message classes of SpiNNakerManchester/SpiNNMan.
/// </remarks>
public readonly record struct SdpHeader(byte Flags, byte Tag, SdpAddress Destination, SdpAddress Source)
{
    /// <summary>Flags of a datagram that wants no reply.</summary>
    public const byte NoReply = 0x07;

    /// <summary>Flags of a datagram that wants a reply.</summary>
    public const byte ReplyExpected = 0x87;

    /// <summary>The UDP port on which a board takes such datagrams.</summary>
    public const int UdpPort = 17893;

    /// <summary>Bytes of padding and header.</summary>
    public const int Bytes = 10;

    /// <summary>The longest datagram on UDP: padding, header, 16 bytes of command and 256 of data.</summary>
    public const int LongestDatagram = Bytes + 16 + 256;

    private const int Padding = 2;

    /// <summary>Whether the sender expects a reply.</summary>
    public bool WantsReply => (Flags & 0x80) != 0;

    /// <summary>Reads padding and header.</summary>
    /// <param name="datagram">The datagram.</param>
    /// <param name="header">The header.</param>
    /// <param name="data">What follows it.</param>
    /// <param name="fault">Why it was refused.</param>
    public static bool TryRead(ReadOnlySpan<byte> datagram, out SdpHeader header, out ReadOnlySpan<byte> data, out PacketFault fault)
    {
        header = default;
        data = default;
        fault = datagram.Length < Bytes ? PacketFault.Truncated
            : datagram.Length > LongestDatagram ? PacketFault.TooLong
            : PacketFault.None;
        if (fault != PacketFault.None)
        {
            return false;
        }

        ReadOnlySpan<byte> bytes = datagram.Slice(Padding, Bytes - Padding);
        header = new SdpHeader(bytes[0], bytes[1], SdpAddress.Of(bytes[2], bytes[5], bytes[4]), SdpAddress.Of(bytes[3], bytes[7], bytes[6]));
        data = datagram[Bytes..];
        return true;
    }

    /// <summary>Writes padding, header and data.</summary>
    /// <param name="data">What follows the header.</param>
    /// <param name="datagram">Where it goes.</param>
    /// <param name="length">Its length in bytes.</param>
    /// <returns>Whether it fits.</returns>
    public bool TryWrite(ReadOnlySpan<byte> data, Span<byte> datagram, out int length)
    {
        length = 0;
        if (datagram.Length < Bytes + data.Length || data.Length > LongestDatagram - Bytes)
        {
            return false;
        }

        // Data first, so that it may lie in the datagram already.
        data.CopyTo(datagram[Bytes..]);
        datagram[..Padding].Clear();
        datagram[2] = Flags;
        datagram[3] = Tag;
        datagram[4] = Destination.PortAndCore;
        datagram[5] = Source.PortAndCore;
        datagram[6] = Destination.Y;
        datagram[7] = Destination.X;
        datagram[8] = Source.Y;
        datagram[9] = Source.X;
        length = Bytes + data.Length;
        return true;
    }
}
