namespace Ganglion.Emulator.Encoding;

/// <summary>What every code demands of its input, and the clamp that every code applies.</summary>
internal static class EncodingInput
{
    /// <summary>Returns the values within 0 to 1.</summary>
    public static double[] Clamp(ReadOnlySpan<double> values, int timesteps, long firstTimestep)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(timesteps, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(firstTimestep);

        double[] clamped = new double[values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            clamped[i] = double.IsNaN(values[i])
                ? throw new ArgumentException($"Value {i} is not a number.", nameof(values))
                : Math.Clamp(values[i], 0.0, 1.0);
        }

        return clamped;
    }
}
