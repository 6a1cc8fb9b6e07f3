using System.Buffers.Binary;

namespace Ganglion.Protocols.Jaer;

/// <summary>Numbers in the byte order and width of a stream.</summary>
internal static class JaerFields
{
    public static uint Read(in JaerOptions options, ReadOnlySpan<byte> place) => (options.Uses16Bits, options.SwapsBytes) switch
    {
        (false, false) => BinaryPrimitives.ReadUInt32BigEndian(place),
        (false, true) => BinaryPrimitives.ReadUInt32LittleEndian(place),
        (true, false) => BinaryPrimitives.ReadUInt16BigEndian(place),
        (true, true) => BinaryPrimitives.ReadUInt16LittleEndian(place),
    };

    public static void Write(in JaerOptions options, uint value, Span<byte> place)
    {
        switch (options.Uses16Bits, options.SwapsBytes)
        {
            case (false, false):
                BinaryPrimitives.WriteUInt32BigEndian(place, value);
                break;
            case (false, true):
                BinaryPrimitives.WriteUInt32LittleEndian(place, value);
                break;
            case (true, false):
                BinaryPrimitives.WriteUInt16BigEndian(place, (ushort)value);
                break;
            case (true, true):
                BinaryPrimitives.WriteUInt16LittleEndian(place, (ushort)value);
                break;
        }
    }

    public static uint ReadSequence(in JaerOptions options, ReadOnlySpan<byte> datagram) =>
        options.SwapsBytes ? BinaryPrimitives.ReadUInt32LittleEndian(datagram) : BinaryPrimitives.ReadUInt32BigEndian(datagram);

    public static void WriteSequence(in JaerOptions options, uint sequence, Span<byte> datagram)
    {
        if (options.SwapsBytes)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(datagram, sequence);
        }
        else
        {
            BinaryPrimitives.WriteUInt32BigEndian(datagram, sequence);
        }
    }
}
