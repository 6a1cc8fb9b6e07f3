using System.Runtime.Intrinsics;

namespace Ganglion.Cores.Learning;

/// <summary>Plays recorded draws back.</summary>
/// <param name="recorded">The recording.</param>
internal readonly struct ReplayedDraws(RecordedDraws recorded) : ILearningDraws
{
    /// <inheritdoc/>
    public uint Decay(TraceSide side, uint key, long epoch) =>
        (uint)Math.ScaleB((side == TraceSide.Source ? recorded.SourceDecay : recorded.TargetDecay)[(int)epoch - 1], 32);

    /// <inheritdoc/>
    public Vector256<uint> Decay(TraceSide side, Vector256<uint> keys, long epoch) => Vector256.Create(Decay(side, 0u, epoch));

    /// <inheritdoc/>
    public uint RoundingWord(long epoch) => (uint)Math.ScaleB(recorded.Rounding[(int)epoch - 1], 7);

    /// <inheritdoc/>
    public Vector256<int> Rounding(Vector256<uint> keys, uint word) => Vector256.Create((int)word);
}
