using System.Runtime.Intrinsics;
using Ganglion.ChipSpec.Randomness;

namespace Ganglion.Cores.Learning;

/// <summary>Draws keyed by logical neurons and time, the same for any placement and number of workers.</summary>
/// <param name="seed">Seed of the run.</param>
internal readonly struct CounterDraws(ulong seed) : ILearningDraws
{
    private readonly uint _traceWord = new CounterRandom(seed, RandomPurpose.Trace).Draw(0);
    private readonly uint _roundingWord = new CounterRandom(seed, RandomPurpose.Learning).Draw(0);

    /// <inheritdoc/>
    public uint Decay(TraceSide side, uint key, long epoch) => MixedDraw.Mix(key ^ MixedDraw.TimeWord(_traceWord, epoch));

    /// <inheritdoc/>
    public Vector256<uint> Decay(TraceSide side, Vector256<uint> keys, long epoch) =>
        MixedDraw.Mix(keys ^ Vector256.Create(MixedDraw.TimeWord(_traceWord, epoch)));

    /// <inheritdoc/>
    public uint RoundingWord(long epoch) => MixedDraw.TimeWord(_roundingWord, epoch);

    /// <inheritdoc/>
    public Vector256<int> Rounding(Vector256<uint> keys, uint word) => (MixedDraw.Mix(keys ^ Vector256.Create(word)) >>> 25).AsInt32();
}
