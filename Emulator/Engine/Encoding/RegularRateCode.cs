namespace Ganglion.Emulator.Encoding;

/// <summary>Rate code without chance: evenly spaced spikes, z(t) = ⌊(t + 1)·x⌋ − ⌊t·x⌋, ⌊T·x⌋ in T timesteps.</summary>
public sealed class RegularRateCode : ISpikeCode
{
    /// <inheritdoc/>
    public SpikeTrain Encode(ReadOnlySpan<double> values, int timesteps, ulong firstId = 0, long firstTimestep = 0)
    {
        double[] rates = EncodingInput.Clamp(values, timesteps, firstTimestep);
        SpikeTrain train = new();
        for (int t = 0; t < timesteps; t++)
        {
            for (int i = 0; i < rates.Length; i++)
            {
                if (Math.Floor((t + 1.0) * rates[i]) > Math.Floor(t * rates[i]))
                {
                    train.Add(firstTimestep + t, i);
                }
            }
        }

        return train;
    }
}
