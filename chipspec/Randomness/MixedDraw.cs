using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Ganglion.ChipSpec.Randomness;

/// <summary>Draws that cost less than what they are for: keys of logical ids, mixed with a word of the timestep.</summary>
/// <remarks>
/// A learned synapse needs a draw whenever it is visited, and a full <see cref="CounterRandom"/> block would cost more than the update
/// itself. Keys come from <see cref="CounterRandom"/>, once per neuron; a draw is the finalizer of MurmurHash3 (Appleby 2011, public
/// domain), a bijection of 32-bit words, of their sum. Like every draw it depends on seed, purpose, logical ids and time alone.
/// </remarks>
public static class MixedDraw
{
    private const uint MultiplierA = 0x85EBCA6B;
    private const uint MultiplierB = 0xC2B2AE35;
    private const uint GoldenRatio = 0x9E3779B9;

    /// <summary>Mixes a word: every bit of the result depends on every bit of the word.</summary>
    /// <param name="word">The word.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Mix(uint word)
    {
        word ^= word >> 16;
        word *= MultiplierA;
        word ^= word >> 13;
        word *= MultiplierB;
        return word ^ (word >> 16);
    }

    /// <summary>Mixes eight words as <see cref="Mix(uint)"/> does.</summary>
    /// <param name="words">The words.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> Mix(Vector256<uint> words)
    {
        words ^= words >>> 16;
        words *= Vector256.Create(MultiplierA);
        words ^= words >>> 13;
        words *= Vector256.Create(MultiplierB);
        return words ^ (words >>> 16);
    }

    /// <summary>The word of a point in time, to be combined with the key of a neuron or synapse.</summary>
    /// <param name="seedWord">A word of the seed.</param>
    /// <param name="time">Timestep or learning epoch.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint TimeWord(uint seedWord, long time) => Mix(seedWord + ((uint)time * GoldenRatio)) + (uint)(time >> 32);
}
