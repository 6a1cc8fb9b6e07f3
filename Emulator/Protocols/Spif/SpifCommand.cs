using System.Buffers.Binary;

namespace Ganglion.Protocols.Spif;

/// <summary>A command to the output of a pipe: one little-endian word, the code above, its value below.</summary>
/// <param name="Code">The command.</param>
/// <param name="Value">Microseconds or bytes; 0 for the others.</param>
/// <remarks>Source: spif.h, SpiNNakerManchester/spif; the constants of the older spiffer.h are not in use.</remarks>
public readonly record struct SpifCommand(SpifCommandCode Code, ushort Value = 0)
{
    /// <summary>Reads a command.</summary>
    /// <param name="datagram">The datagram; what follows the first word does not matter.</param>
    /// <param name="command">The command.</param>
    /// <param name="fault">Why it was refused.</param>
    public static bool TryRead(ReadOnlySpan<byte> datagram, out SpifCommand command, out PacketFault fault)
    {
        command = default;
        fault = SpifWords.Check(datagram);
        if (fault == PacketFault.None && datagram.IsEmpty)
        {
            fault = PacketFault.Truncated;
        }

        if (fault != PacketFault.None)
        {
            return false;
        }

        uint word = BinaryPrimitives.ReadUInt32LittleEndian(datagram);
        command = new SpifCommand((SpifCommandCode)(word >> 16), (ushort)word);
        if (command.Code is SpifCommandCode.Start or SpifCommandCode.Stop or SpifCommandCode.Tick or SpifCommandCode.FrameLength)
        {
            return true;
        }

        fault = PacketFault.UnknownType;
        return false;
    }

    /// <summary>Writes the command.</summary>
    /// <param name="datagram">Where it goes, at least 4 bytes.</param>
    /// <param name="length">Its length in bytes.</param>
    /// <returns>Whether it fits.</returns>
    public bool TryWrite(Span<byte> datagram, out int length)
    {
        bool fits = BinaryPrimitives.TryWriteUInt32LittleEndian(datagram, ((uint)Code << 16) | Value);
        length = fits ? SpifFormat.WordBytes : 0;
        return fits;
    }
}
