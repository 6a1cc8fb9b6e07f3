using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;

namespace Ganglion.Compiler.Networks;

/// <summary>Appends typed values to a hash, each in little-endian order and each list with its length.</summary>
internal static class HashWriting
{
    public static void Add(this XxHash128 hash, long value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
        hash.Append(bytes);
    }

    public static void Add(this XxHash128 hash, double value) => hash.Add(BitConverter.DoubleToInt64Bits(value));

    public static void Add(this XxHash128 hash, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        hash.Add((long)bytes.Length);
        hash.Append(bytes);
    }

    public static void Add(this XxHash128 hash, IReadOnlyList<double> values)
    {
        hash.Add((long)values.Count);
        if (values is double[] array && BitConverter.IsLittleEndian)
        {
            hash.Append(MemoryMarshal.AsBytes<double>(array));
            return;
        }

        for (int i = 0; i < values.Count; i++)
        {
            hash.Add(values[i]);
        }
    }

    public static void Add(this XxHash128 hash, IReadOnlyList<int> values)
    {
        hash.Add((long)values.Count);
        for (int i = 0; i < values.Count; i++)
        {
            hash.Add((long)values[i]);
        }
    }

    public static void Add(this XxHash128 hash, IReadOnlyList<long> values)
    {
        hash.Add((long)values.Count);
        for (int i = 0; i < values.Count; i++)
        {
            hash.Add(values[i]);
        }
    }
}
