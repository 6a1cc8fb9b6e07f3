using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Ganglion.Cores.Learning;

/// <summary>Loads of eight values into a vector.</summary>
internal static class VectorGather
{
    /// <summary>Eight consecutive values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Widen(ref ushort values) => Vector256.WidenLower(Vector128.LoadUnsafe(ref values).ToVector256Unsafe()).AsInt32();

    /// <summary>Eight consecutive values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Widen(ref short values) => Vector256.WidenLower(Vector128.LoadUnsafe(ref values).ToVector256Unsafe());

    /// <summary>Values of a table.</summary>
    /// <param name="table">The table, not empty.</param>
    /// <param name="index">Indices within it.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> Gather(uint[] table, Vector256<int> index) => Gather(Unsafe.As<int[]>(table), index).AsUInt32();

    /// <summary>Values of a table that is at least one longer than the largest index.</summary>
    /// <param name="table">The table.</param>
    /// <param name="index">Indices within it.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe Vector256<int> Gather(short[] table, Vector256<int> index)
    {
        if (Avx2.IsSupported)
        {
            fixed (short* first = &MemoryMarshal.GetArrayDataReference(table))
            {
                // A gather loads 32 bits; the upper half belongs to the next value.
                return (Avx2.GatherVector256((int*)first, index, sizeof(short)) << 16) >> 16;
            }
        }

        return Vector256.Create(
            table[index[0]], table[index[1]], table[index[2]], table[index[3]], table[index[4]], table[index[5]], table[index[6]], (int)table[index[7]]);
    }

    /// <summary>Values of a table.</summary>
    /// <param name="table">The table, not empty.</param>
    /// <param name="index">Indices within it.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe Vector256<int> Gather(int[] table, Vector256<int> index)
    {
        if (Avx2.IsSupported)
        {
            fixed (int* first = &MemoryMarshal.GetArrayDataReference(table))
            {
                return Avx2.GatherVector256(first, index, sizeof(int));
            }
        }

        return Vector256.Create(
            table[index[0]], table[index[1]], table[index[2]], table[index[3]], table[index[4]], table[index[5]], table[index[6]], table[index[7]]);
    }
}
