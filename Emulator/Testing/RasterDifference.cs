using System.Text;

namespace Ganglion.Testing;

/// <summary>Draws where two rasters differ, for people who read a failed test.</summary>
/// <remarks>
/// A row per neuron and a column per timestep: <c>|</c> is a spike of both, <c>-</c> one that is missing, <c>+</c> one that should not be
/// there, <c>.</c> none. The picture begins two timesteps before the first difference.
/// </remarks>
internal static class RasterDifference
{
    private const int MostNeurons = 24;
    private const int MostTimesteps = 72;
    private const int Before = 2;

    /// <summary>Draws it; <see langword="null"/> when there is nothing to draw.</summary>
    /// <param name="expected">What should be.</param>
    /// <param name="actual">What is.</param>
    public static string? Draw(SpikeRaster expected, SpikeRaster actual)
    {
        (long Timestep, int Neuron)[] missing = [.. expected.Spikes.Where(spike => !actual.Contains(spike.Timestep, spike.Neuron))];
        (long Timestep, int Neuron)[] extra = [.. actual.Spikes.Where(spike => !expected.Contains(spike.Timestep, spike.Neuron))];
        (long Timestep, int Neuron)[] differing = [.. missing.Concat(extra).Order()];
        if (differing.Length == 0)
        {
            return null;
        }

        long first = Math.Max(0, differing[0].Timestep - Before);
        long last = Math.Min(first + MostTimesteps - 1, differing[^1].Timestep + Before);
        int[] neurons = [.. differing.Where(spike => spike.Timestep <= last).Select(spike => spike.Neuron).Distinct().Take(MostNeurons).Order()];
        var text = new StringBuilder();
        text.AppendLine(FormattableString.Invariant($"{missing.Length} spikes are missing (-), {extra.Length} should not be there (+); the first difference is in timestep {differing[0].Timestep}."));
        text.AppendLine(FormattableString.Invariant($"timesteps {first} to {last}, neurons that differ:"));
        int width = neurons[^1].ToString(System.Globalization.CultureInfo.InvariantCulture).Length;
        foreach (int neuron in neurons)
        {
            text.Append(' ', 2).Append(neuron.ToString(System.Globalization.CultureInfo.InvariantCulture).PadLeft(width)).Append(' ');
            for (long timestep = first; timestep <= last; timestep++)
            {
                text.Append((expected.Contains(timestep, neuron), actual.Contains(timestep, neuron)) switch
                {
                    (true, true) => '|',
                    (true, false) => '-',
                    (false, true) => '+',
                    _ => '.',
                });
            }

            text.AppendLine();
        }

        return text.ToString();
    }
}
