namespace Ganglion.Emulator.Encoding;

/// <summary>Time to first spike: a neuron fires once, the earlier the larger its value, t = round((T − 1)(1 − x)), half to even.</summary>
/// <param name="silentUpTo">
/// Values up to this one do not fire: 0, the default, keeps the background of an image silent; <see cref="double.NegativeInfinity"/>
/// lets every neuron fire.
/// </param>
public sealed class LinearLatencyCode(double silentUpTo = 0.0) : ISpikeCode
{
    /// <inheritdoc/>
    public SpikeTrain Encode(ReadOnlySpan<double> values, int timesteps, ulong firstId = 0, long firstTimestep = 0)
    {
        double[] clamped = EncodingInput.Clamp(values, timesteps, firstTimestep);
        List<(int Latency, int Neuron)> spikes = [];
        for (int i = 0; i < clamped.Length; i++)
        {
            if (values[i] > silentUpTo)
            {
                spikes.Add(((int)Math.Round((timesteps - 1) * (1.0 - clamped[i]), MidpointRounding.ToEven), i));
            }
        }

        spikes.Sort();
        SpikeTrain train = new();
        foreach ((int latency, int neuron) in spikes)
        {
            train.Add(firstTimestep + latency, neuron);
        }

        return train;
    }
}
