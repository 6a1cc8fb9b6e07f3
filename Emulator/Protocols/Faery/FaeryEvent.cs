using System.Buffers.Binary;

namespace Ganglion.Protocols.Faery;

/// <summary>One event of a faery datagram. Times are microseconds.</summary>
internal readonly struct FaeryEvent
{
    /// <summary>Events that faery puts into a datagram.</summary>
    public const int PerDatagram = 100;

    public static int Bytes(FaeryFormat format) => format == FaeryFormat.Time64 ? 13 : 8;

    public static ulong Time(FaeryFormat format, ReadOnlySpan<byte> place) =>
        format == FaeryFormat.Time64 ? BinaryPrimitives.ReadUInt64LittleEndian(place) : BinaryPrimitives.ReadUInt32LittleEndian(place);

    public static CameraAddress Address(FaeryFormat format, ReadOnlySpan<byte> place)
    {
        if (format == FaeryFormat.Time64)
        {
            return new CameraAddress(BinaryPrimitives.ReadUInt16LittleEndian(place[8..]), BinaryPrimitives.ReadUInt16LittleEndian(place[10..]), place[12] != 0);
        }

        ushort rowAndSign = BinaryPrimitives.ReadUInt16LittleEndian(place[6..]);
        return new CameraAddress(BinaryPrimitives.ReadUInt16LittleEndian(place[4..]), rowAndSign >> 1, (rowAndSign & 1) != 0);
    }

    public static void Write(FaeryFormat format, in LiveEvent source, Span<byte> place)
    {
        CameraAddress address = CameraAddress.Of(source.Key);
        if (format == FaeryFormat.Time64)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(place, source.Timestamp);
            BinaryPrimitives.WriteUInt16LittleEndian(place[8..], (ushort)address.X);
            BinaryPrimitives.WriteUInt16LittleEndian(place[10..], (ushort)address.Y);
            place[12] = address.On ? (byte)1 : (byte)0;
            return;
        }

        BinaryPrimitives.WriteUInt32LittleEndian(place, unchecked((uint)source.Timestamp));
        BinaryPrimitives.WriteUInt16LittleEndian(place[4..], (ushort)address.X);
        BinaryPrimitives.WriteUInt16LittleEndian(place[6..], (ushort)((address.Y << 1) | (address.On ? 1 : 0)));
    }
}
