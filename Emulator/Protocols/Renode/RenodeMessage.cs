using System.Buffers.Binary;

namespace Ganglion.Protocols.Renode;

/// <summary>A message of Renode's external control protocol, version 0, as it goes over TCP.</summary>
/// <remarks>
/// Little-endian: number of 16 bits, whose top bit says that the client began the exchange; length of 32 bits of what follows; command
/// of 16 bits; type of 8 bits; data. An answer repeats the number and the command. Either side may ask while it waits for an answer.
/// Source: Message.cs and MessagePayload.cs, renode/renode.
/// </remarks>
public readonly ref struct RenodeMessage
{
    /// <summary>The version of the protocol.</summary>
    public const uint Version = 0;

    /// <summary>The longest message taken, in bytes; far more than any command here needs.</summary>
    public const int LongestMessage = 1 << 16;

    /// <summary>Bytes before the data.</summary>
    public const int HeaderBytes = LengthEnd + PayloadHeaderBytes;

    private const int LengthEnd = 6;

    private const int PayloadHeaderBytes = 3;

    private const ushort ByClient = 0x8000;

    /// <summary>A message.</summary>
    /// <param name="number">The number with its top bit.</param>
    /// <param name="command">The command.</param>
    /// <param name="type">What it is.</param>
    /// <param name="data">The data.</param>
    public RenodeMessage(ushort number, RenodeCommand command, RenodeMessageType type, ReadOnlySpan<byte> data = default)
    {
        Number = number;
        Command = command;
        Type = type;
        Data = data;
    }

    /// <summary>The number with its top bit, which question and answer share.</summary>
    public ushort Number { get; }

    /// <summary>The command; one that <see cref="RenodeCommand"/> does not name is for the receiver to answer as invalid.</summary>
    public RenodeCommand Command { get; }

    /// <summary>What the message is.</summary>
    public RenodeMessageType Type { get; }

    /// <summary>The data.</summary>
    public ReadOnlySpan<byte> Data { get; }

    /// <summary>Whether the client began the exchange.</summary>
    public bool IsByClient => (Number & ByClient) != 0;

    /// <summary>Whether the sender waits for an answer.</summary>
    public bool WantsAnswer => Type is RenodeMessageType.Request or RenodeMessageType.Event;

    /// <summary>Reads the first message of a stream.</summary>
    /// <param name="stream">What has come so far.</param>
    /// <param name="message">The message; its data lies in <paramref name="stream"/>.</param>
    /// <param name="length">Bytes to drop from the stream: those of the message, also where it is refused as <see cref="PacketFault.UnknownType"/>.</param>
    /// <param name="fault"><see cref="PacketFault.Truncated"/> when more has to come; after <see cref="PacketFault.TooLong"/> and <see cref="PacketFault.WrongCount"/> the stream cannot be followed any more.</param>
    public static bool TryRead(ReadOnlySpan<byte> stream, out RenodeMessage message, out int length, out PacketFault fault)
    {
        message = default;
        length = 0;
        if (stream.Length < LengthEnd)
        {
            fault = PacketFault.Truncated;
            return false;
        }

        uint payload = BinaryPrimitives.ReadUInt32LittleEndian(stream[2..]);
        fault = payload < PayloadHeaderBytes ? PacketFault.WrongCount
            : payload > LongestMessage - LengthEnd ? PacketFault.TooLong
            : stream.Length < LengthEnd + (int)payload ? PacketFault.Truncated
            : PacketFault.None;
        if (fault != PacketFault.None)
        {
            return false;
        }

        length = LengthEnd + (int)payload;
        message = new RenodeMessage(
            BinaryPrimitives.ReadUInt16LittleEndian(stream), (RenodeCommand)BinaryPrimitives.ReadUInt16LittleEndian(stream[LengthEnd..]),
            (RenodeMessageType)stream[LengthEnd + 2], stream[HeaderBytes..length]);
        fault = message.Type <= RenodeMessageType.Error ? PacketFault.None : PacketFault.UnknownType;
        return fault == PacketFault.None;
    }

    /// <summary>The answer to this message.</summary>
    /// <param name="type">Success, invalid command or error.</param>
    /// <param name="data">Its data.</param>
    public RenodeMessage Answer(RenodeMessageType type, ReadOnlySpan<byte> data = default) => new(Number, Command, type, data);

    /// <summary>Writes the message.</summary>
    /// <param name="stream">Where it goes.</param>
    /// <param name="length">Its length in bytes.</param>
    /// <returns>Whether it fits.</returns>
    public bool TryWrite(Span<byte> stream, out int length)
    {
        length = 0;
        if (stream.Length < HeaderBytes + Data.Length || HeaderBytes + Data.Length > LongestMessage)
        {
            return false;
        }

        Data.CopyTo(stream[HeaderBytes..]);
        BinaryPrimitives.WriteUInt16LittleEndian(stream, Number);
        BinaryPrimitives.WriteInt32LittleEndian(stream[2..], PayloadHeaderBytes + Data.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(stream[LengthEnd..], (ushort)Command);
        stream[LengthEnd + 2] = (byte)Type;
        length = HeaderBytes + Data.Length;
        return true;
    }
}
