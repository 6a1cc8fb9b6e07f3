using System.Buffers.Binary;

namespace Ganglion.Protocols.Sdp;

/// <summary>A command to the monitor of a SpiNNaker board: the data of an SDP datagram.</summary>
/// <param name="Command">The command, or in a reply the result.</param>
/// <param name="Sequence">A number that the reply repeats.</param>
/// <param name="First">The first argument; 0 where the message has none.</param>
/// <param name="Second">The second argument; 0 where the message has none.</param>
/// <param name="Third">The third argument; 0 where the message has none.</param>
/// <remarks>Little-endian: command and sequence of 16 bits, up to three arguments of 32 bits, data. Source: SpiNNakerManchester/SpiNNMan.</remarks>
public readonly record struct ScpMessage(ushort Command, ushort Sequence, uint First = 0, uint Second = 0, uint Third = 0)
{
    /// <summary>Result of a command that was carried out.</summary>
    public const ushort Done = 0x80;

    /// <summary>Result of a command that the monitor does not have.</summary>
    public const ushort InvalidCommand = 0x83;

    /// <summary>Result of arguments that the command cannot take.</summary>
    public const ushort InvalidArguments = 0x84;

    /// <summary>Bytes of command and sequence.</summary>
    public const int HeaderBytes = 4;

    /// <summary>Bytes with all arguments.</summary>
    public const int Bytes = HeaderBytes + 12;

    /// <summary>Reads a message; arguments that it does not have are 0.</summary>
    /// <param name="data">The data of an SDP datagram.</param>
    /// <param name="message">The message.</param>
    /// <param name="fault">Why it was refused.</param>
    public static bool TryRead(ReadOnlySpan<byte> data, out ScpMessage message, out PacketFault fault)
    {
        message = default;
        fault = data.Length < HeaderBytes ? PacketFault.Truncated : PacketFault.None;
        if (fault != PacketFault.None)
        {
            return false;
        }

        message = new ScpMessage(
            BinaryPrimitives.ReadUInt16LittleEndian(data), BinaryPrimitives.ReadUInt16LittleEndian(data[2..]),
            Argument(data, 0), Argument(data, 1), Argument(data, 2));
        return true;
    }

    /// <summary>Writes the message.</summary>
    /// <param name="arguments">How many arguments it has, 0 to 3.</param>
    /// <param name="data">Where it goes.</param>
    /// <param name="length">Its length in bytes.</param>
    /// <returns>Whether it fits.</returns>
    public bool TryWrite(int arguments, Span<byte> data, out int length)
    {
        length = 0;
        int needed = HeaderBytes + (4 * arguments);
        if (arguments is < 0 or > 3 || data.Length < needed)
        {
            return false;
        }

        BinaryPrimitives.WriteUInt16LittleEndian(data, Command);
        BinaryPrimitives.WriteUInt16LittleEndian(data[2..], Sequence);
        ReadOnlySpan<uint> values = [First, Second, Third];
        for (int i = 0; i < arguments; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(data[(HeaderBytes + (4 * i))..], values[i]);
        }

        length = needed;
        return true;
    }

    private static uint Argument(ReadOnlySpan<byte> data, int index)
    {
        int start = HeaderBytes + (4 * index);
        return data.Length >= start + 4 ? BinaryPrimitives.ReadUInt32LittleEndian(data[start..]) : 0;
    }
}
