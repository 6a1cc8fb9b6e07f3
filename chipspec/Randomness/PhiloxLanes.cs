using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Ganglion.ChipSpec.Randomness;

/// <summary>Philox4x32-10 for four consecutive ids at once: one 32-bit word of the counter in each 64-bit lane.</summary>
internal static class PhiloxLanes
{
    /// <summary>Ids of a draw.</summary>
    public const int Count = 4;

    private const ulong WordMask = uint.MaxValue;

    /// <summary>Draws the first two words of each block, the first in the upper half.</summary>
    /// <param name="key">Key.</param>
    /// <param name="firstId">Lower half of the first counter; the other counters follow.</param>
    /// <param name="timestep">Upper half of all counters.</param>
    /// <param name="bits">Receives 64 bits per id.</param>
    public static void Draw(ulong key, ulong firstId, ulong timestep, Span<ulong> bits)
    {
        Vector256<ulong> mask = Vector256.Create(WordMask);
        Vector256<ulong> ids = Vector256.Create(firstId, firstId + 1, firstId + 2, firstId + 3);
        Vector256<ulong> c0 = ids & mask;
        Vector256<ulong> c1 = ids >>> 32;
        Vector256<ulong> c2 = Vector256.Create(timestep & WordMask);
        Vector256<ulong> c3 = Vector256.Create(timestep >> 32);
        uint k0 = (uint)key;
        uint k1 = (uint)(key >> 32);
        for (int round = 0; round < CounterRandom.Rounds; round++)
        {
            Vector256<ulong> a = Multiply(c0, CounterRandom.MultiplierA);
            Vector256<ulong> b = Multiply(c2, CounterRandom.MultiplierB);
            (c0, c1, c2, c3) = (
                (b >>> 32) ^ c1 ^ Vector256.Create((ulong)k0), b & mask, (a >>> 32) ^ c3 ^ Vector256.Create((ulong)k1), a & mask);
            k0 = unchecked(k0 + CounterRandom.WeylA);
            k1 = unchecked(k1 + CounterRandom.WeylB);
        }

        ((c0 << 32) | c1).CopyTo(bits);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Multiply(Vector256<ulong> words, uint factor) => Avx2.IsSupported
        ? Avx2.Multiply(words.AsUInt32(), Vector256.Create((ulong)factor).AsUInt32())
        : words * Vector256.Create((ulong)factor);
}
