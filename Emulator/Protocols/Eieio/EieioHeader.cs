using System.Buffers.Binary;

namespace Ganglion.Protocols.Eieio;

/// <summary>The first 16 bits of an EIEIO packet.</summary>
/// <param name="Bits">The bits, as read little-endian.</param>
/// <remarks>
/// Bit 15 says that a key prefix follows, bit 14 that it goes to the upper half of a key, bit 13 that a payload prefix follows, bit 12
/// that payloads are times; bits 11 and 10 are the type, 9 and 8 a tag that nobody reads, 7 to 0 the number of elements. Bit 14
/// without bit 15 makes the packet a command, named by the low 14 bits. Source: eieio.h, SpiNNakerManchester/SpiNNFrontEndCommon.
/// </remarks>
public readonly record struct EieioHeader(ushort Bits)
{
    /// <summary>The longest packet, in bytes.</summary>
    public const int LongestPacket = 256;

    /// <summary>Bytes of a header.</summary>
    public const int Bytes = 2;

    /// <summary>The header of a data packet.</summary>
    /// <param name="type">What an element consists of.</param>
    /// <param name="count">Elements, 0 to 255.</param>
    /// <param name="keyPrefix">Whether a key prefix follows, which goes to the upper half.</param>
    /// <param name="payloadPrefix">Whether a payload prefix follows.</param>
    /// <param name="timestamps">Whether payloads are times.</param>
    public EieioHeader(EieioType type, int count, bool keyPrefix, bool payloadPrefix, bool timestamps)
        : this((ushort)((keyPrefix ? 0xC000 : 0) | (payloadPrefix ? 0x2000 : 0) | (timestamps ? 0x1000 : 0) | (((int)type & 3) << 10) | (count & 0xFF)))
    {
    }

    /// <summary>Whether the packet is a command.</summary>
    public bool IsCommand => (Bits & 0xC000) == 0x4000;

    /// <summary>The command, 0 to 16,383, where the packet is one.</summary>
    public int Command => Bits & 0x3FFF;

    /// <summary>Whether a key prefix follows.</summary>
    public bool HasKeyPrefix => (Bits & 0x8000) != 0;

    /// <summary>Whether the key prefix goes to the upper half.</summary>
    public bool PrefixIsUpper => (Bits & 0x4000) != 0;

    /// <summary>Whether a payload prefix follows.</summary>
    public bool HasPayloadPrefix => (Bits & 0x2000) != 0;

    /// <summary>Whether payloads are times.</summary>
    public bool HasTimestamps => (Bits & 0x1000) != 0;

    /// <summary>What an element consists of.</summary>
    public EieioType Type => (EieioType)((Bits >> 10) & 3);

    /// <summary>Elements announced.</summary>
    public int Count => Bits & 0xFF;

    /// <summary>Whether an element has a payload.</summary>
    public bool HasPayloads => (Bits & 0x0400) != 0;

    /// <summary>Whether the fields have 32 bits.</summary>
    public bool IsWide => (Bits & 0x0800) != 0;

    /// <summary>Bytes of a key, a payload and a payload prefix.</summary>
    public int FieldBytes => IsWide ? 4 : 2;

    /// <summary>Bytes of an element.</summary>
    public int ElementBytes => HasPayloads ? 2 * FieldBytes : FieldBytes;

    /// <summary>Bytes before the first element.</summary>
    public int ElementsStart => Bytes + (HasKeyPrefix ? 2 : 0) + (HasPayloadPrefix ? FieldBytes : 0);

    /// <summary>Elements that a packet with this header can hold.</summary>
    public int MostElements => (LongestPacket - ElementsStart) / ElementBytes;

    /// <summary>Reads the header of a packet.</summary>
    /// <param name="packet">The packet.</param>
    /// <param name="header">Its header.</param>
    /// <param name="fault">Why it was refused.</param>
    public static bool TryRead(ReadOnlySpan<byte> packet, out EieioHeader header, out PacketFault fault)
    {
        bool whole = BinaryPrimitives.TryReadUInt16LittleEndian(packet, out ushort bits);
        header = new EieioHeader(bits);
        fault = !whole ? PacketFault.Truncated : packet.Length > LongestPacket ? PacketFault.TooLong : PacketFault.None;
        return fault == PacketFault.None;
    }
}
