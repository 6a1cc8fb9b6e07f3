namespace Ganglion.Emulator.Encoding;

/// <summary>Binary code: a neuron whose value reaches the threshold fires once, in the first timestep; the others stay silent.</summary>
/// <param name="threshold">Smallest value that fires.</param>
public sealed class BinaryThresholdCode(double threshold = 0.5) : ISpikeCode
{
    /// <inheritdoc/>
    public SpikeTrain Encode(ReadOnlySpan<double> values, int timesteps, ulong firstId = 0, long firstTimestep = 0)
    {
        double[] clamped = EncodingInput.Clamp(values, timesteps, firstTimestep);
        SpikeTrain train = new();
        for (int i = 0; i < clamped.Length; i++)
        {
            if (clamped[i] >= threshold)
            {
                train.Add(firstTimestep, i);
            }
        }

        return train;
    }
}
