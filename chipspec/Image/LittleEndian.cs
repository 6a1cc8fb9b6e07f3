using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Ganglion.ChipSpec.Image;

/// <summary>Arrays of numbers as little-endian bytes: what files hold, whatever machine wrote them.</summary>
internal static class LittleEndian
{
    private const int RowBytes = 16;

    public static byte[] FromWords(uint[] words)
    {
        byte[] bytes = MemoryMarshal.AsBytes(words.AsSpan()).ToArray();
        if (!BitConverter.IsLittleEndian)
        {
            Span<uint> span = MemoryMarshal.Cast<byte, uint>(bytes.AsSpan());
            BinaryPrimitives.ReverseEndianness(span, span);
        }

        return bytes;
    }

    public static uint[] ToWords(byte[] bytes)
    {
        uint[] words = new uint[Count(bytes, sizeof(uint))];
        bytes.CopyTo(MemoryMarshal.AsBytes(words.AsSpan()));
        if (!BitConverter.IsLittleEndian)
        {
            BinaryPrimitives.ReverseEndianness(words, words);
        }

        return words;
    }

    public static byte[] FromIntegers(int[] integers) => FromWords(Array.ConvertAll(integers, integer => (uint)integer));

    public static int[] ToIntegers(byte[] bytes) => Array.ConvertAll(ToWords(bytes), word => (int)word);

    public static byte[] FromWeights(short[] weights)
    {
        byte[] bytes = MemoryMarshal.AsBytes(weights.AsSpan()).ToArray();
        if (!BitConverter.IsLittleEndian)
        {
            Span<short> span = MemoryMarshal.Cast<byte, short>(bytes.AsSpan());
            BinaryPrimitives.ReverseEndianness(span, span);
        }

        return bytes;
    }

    public static short[] ToWeights(byte[] bytes)
    {
        short[] weights = new short[Count(bytes, sizeof(short))];
        bytes.CopyTo(MemoryMarshal.AsBytes(weights.AsSpan()));
        if (!BitConverter.IsLittleEndian)
        {
            BinaryPrimitives.ReverseEndianness(weights, weights);
        }

        return weights;
    }

    // A row takes start, length and offset in four bytes each, form and encoding in two.
    public static byte[] FromRows(SynapseRow[] rows)
    {
        byte[] bytes = new byte[rows.Length * RowBytes];
        for (int i = 0; i < rows.Length; i++)
        {
            Span<byte> at = bytes.AsSpan(i * RowBytes, RowBytes);
            BinaryPrimitives.WriteInt32LittleEndian(at, rows[i].Start);
            BinaryPrimitives.WriteInt32LittleEndian(at[4..], rows[i].Length);
            BinaryPrimitives.WriteInt32LittleEndian(at[8..], rows[i].Offset);
            BinaryPrimitives.WriteUInt16LittleEndian(at[12..], (ushort)rows[i].Form);
            BinaryPrimitives.WriteUInt16LittleEndian(at[14..], (ushort)rows[i].Encoding);
        }

        return bytes;
    }

    public static SynapseRow[] ToRows(byte[] bytes)
    {
        SynapseRow[] rows = new SynapseRow[Count(bytes, RowBytes)];
        for (int i = 0; i < rows.Length; i++)
        {
            ReadOnlySpan<byte> at = bytes.AsSpan(i * RowBytes, RowBytes);
            rows[i] = new SynapseRow(
                BinaryPrimitives.ReadInt32LittleEndian(at),
                BinaryPrimitives.ReadInt32LittleEndian(at[4..]),
                BinaryPrimitives.ReadInt32LittleEndian(at[8..]),
                (RowForm)BinaryPrimitives.ReadUInt16LittleEndian(at[12..]),
                (RowForm)BinaryPrimitives.ReadUInt16LittleEndian(at[14..]));
        }

        return rows;
    }

    private static int Count(byte[] bytes, int size) =>
        bytes.Length % size == 0 ? bytes.Length / size : throw new InvalidDataException($"{bytes.Length} bytes are no multiple of {size}.");
}
