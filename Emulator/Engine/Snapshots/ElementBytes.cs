using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ganglion.Emulator.Snapshots;

/// <summary>Elements as little-endian bytes, whatever machine runs.</summary>
internal static class ElementBytes
{
    /// <summary>The bytes of elements.</summary>
    /// <param name="values">The elements.</param>
    /// <typeparam name="T">Type of an element.</typeparam>
    public static byte[] Of<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        byte[] bytes = MemoryMarshal.AsBytes(values).ToArray();
        SwapIfBigEndian(bytes, Unsafe.SizeOf<T>());
        return bytes;
    }

    /// <summary>The elements that bytes hold.</summary>
    /// <param name="bytes">Whole elements.</param>
    /// <typeparam name="T">Type of an element.</typeparam>
    public static T[] To<T>(byte[] bytes)
        where T : unmanaged
    {
        var values = new T[bytes.Length / Unsafe.SizeOf<T>()];
        Span<byte> copy = MemoryMarshal.AsBytes(values.AsSpan());
        bytes.CopyTo(copy);
        SwapIfBigEndian(copy, Unsafe.SizeOf<T>());
        return values;
    }

    private static void SwapIfBigEndian(Span<byte> bytes, int width)
    {
        for (int at = 0; !BitConverter.IsLittleEndian && at < bytes.Length; at += width)
        {
            bytes.Slice(at, width).Reverse();
        }
    }
}
