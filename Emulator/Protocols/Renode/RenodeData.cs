using System.Buffers.Binary;

namespace Ganglion.Protocols.Renode;

/// <summary>The data of the commands that a machine without pins and buses can answer.</summary>
public static class RenodeData
{
    /// <summary>Bytes of the data of a time event: the client's id and the time.</summary>
    public const int TimeEventBytes = sizeof(uint) + sizeof(ulong);

    /// <summary>Reads the version, or the id of a callback.</summary>
    /// <param name="data">The data of the message.</param>
    /// <param name="value">The number.</param>
    /// <returns>Whether the data is one number of 32 bits.</returns>
    public static bool TryReadNumber(ReadOnlySpan<byte> data, out uint value)
    {
        value = data.Length == sizeof(uint) ? BinaryPrimitives.ReadUInt32LittleEndian(data) : 0;
        return data.Length == sizeof(uint);
    }

    /// <summary>Reads a time.</summary>
    /// <param name="data">The data of the message.</param>
    /// <param name="nanoseconds">The time in nanoseconds.</param>
    /// <returns>Whether the data is one number of 64 bits.</returns>
    public static bool TryReadTime(ReadOnlySpan<byte> data, out ulong nanoseconds)
    {
        nanoseconds = data.Length == sizeof(ulong) ? BinaryPrimitives.ReadUInt64LittleEndian(data) : 0;
        return data.Length == sizeof(ulong);
    }

    /// <summary>Reads the name of a machine.</summary>
    /// <param name="data">The data of the message.</param>
    /// <param name="name">The name in UTF-8.</param>
    /// <returns>Whether the data is a length and a name of that length.</returns>
    public static bool TryReadName(ReadOnlySpan<byte> data, out ReadOnlySpan<byte> name)
    {
        bool good = data.Length >= sizeof(int) && BinaryPrimitives.ReadInt32LittleEndian(data) == data.Length - sizeof(int);
        name = good ? data[sizeof(int)..] : default;
        return good;
    }

    /// <summary>Writes the data of a time event.</summary>
    /// <param name="callback">The id that the client gave.</param>
    /// <param name="nanoseconds">The virtual time in nanoseconds.</param>
    /// <param name="data">Where it goes, at least <see cref="TimeEventBytes"/>.</param>
    /// <returns>Whether it fits.</returns>
    public static bool TryWriteTimeEvent(uint callback, ulong nanoseconds, Span<byte> data)
    {
        if (data.Length < TimeEventBytes)
        {
            return false;
        }

        BinaryPrimitives.WriteUInt32LittleEndian(data, callback);
        BinaryPrimitives.WriteUInt64LittleEndian(data[sizeof(uint)..], nanoseconds);
        return true;
    }
}
