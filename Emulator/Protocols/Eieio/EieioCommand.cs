using System.Buffers.Binary;

namespace Ganglion.Protocols.Eieio;

/// <summary>An EIEIO command: its code, and what follows the header.</summary>
public readonly ref struct EieioCommand
{
    private EieioCommand(EieioCommandCode code, ReadOnlySpan<byte> body)
    {
        Code = code;
        Body = body;
    }

    /// <summary>The command.</summary>
    public EieioCommandCode Code { get; }

    /// <summary>What follows the header: for <see cref="EieioCommandCode.Database"/> a path in UTF-8, or nothing as the answer.</summary>
    public ReadOnlySpan<byte> Body { get; }

    /// <summary>Reads a command.</summary>
    /// <param name="packet">The packet.</param>
    /// <param name="command">The command.</param>
    /// <param name="fault">Why it was refused; <see cref="PacketFault.WrongKind"/> for a data packet.</param>
    public static bool TryRead(ReadOnlySpan<byte> packet, out EieioCommand command, out PacketFault fault)
    {
        command = default;
        // A path makes the packet of command 1 longer than others.
        ReadOnlySpan<byte> start = packet[..Math.Min(packet.Length, EieioHeader.Bytes)];
        if (!EieioHeader.TryRead(start, out EieioHeader header, out fault))
        {
            return false;
        }

        var code = (EieioCommandCode)header.Command;
        ReadOnlySpan<byte> body = packet[EieioHeader.Bytes..];
        fault = !header.IsCommand ? PacketFault.WrongKind
            : code is < EieioCommandCode.Database or > EieioCommandCode.DataReadAcknowledged ? PacketFault.UnknownType
            : body.Length < ShortestBody(code) ? PacketFault.Truncated
            : body.Length > LongestBody(code) ? PacketFault.TooLong
            : code == EieioCommandCode.DataRead && body.Length < 2 + (8 * body[0]) ? PacketFault.WrongCount
            : PacketFault.None;
        if (fault != PacketFault.None)
        {
            return false;
        }

        command = new EieioCommand(code, body);
        return true;
    }

    /// <summary>Writes a command.</summary>
    /// <param name="code">The command.</param>
    /// <param name="body">What follows the header.</param>
    /// <param name="packet">Where it goes.</param>
    /// <param name="length">Its length in bytes.</param>
    /// <returns>Whether it fits.</returns>
    public static bool TryWrite(EieioCommandCode code, ReadOnlySpan<byte> body, Span<byte> packet, out int length)
    {
        length = 0;
        if (body.Length > LongestBody(code) || packet.Length < EieioHeader.Bytes + body.Length)
        {
            return false;
        }

        BinaryPrimitives.WriteUInt16LittleEndian(packet, (ushort)(0x4000 | ((int)code & 0x3FFF)));
        body.CopyTo(packet[EieioHeader.Bytes..]);
        length = EieioHeader.Bytes + body.Length;
        return true;
    }

    private static int ShortestBody(EieioCommandCode code) => code switch
    {
        EieioCommandCode.RequestBuffers => 10,
        EieioCommandCode.SequencedData => 2 + EieioHeader.Bytes,
        EieioCommandCode.RequestReadData => 4,
        EieioCommandCode.DataRead => 2,
        EieioCommandCode.DataReadAcknowledged => 1,
        _ => 0,
    };

    /// <summary>Paths are as long as Linux lets them be.</summary>
    private static int LongestBody(EieioCommandCode code) =>
        code == EieioCommandCode.Database ? 4096 : EieioHeader.LongestPacket - EieioHeader.Bytes;
}
