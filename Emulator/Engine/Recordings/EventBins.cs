using Ganglion.Emulator.Encoding;

namespace Ganglion.Emulator.Recordings;

/// <summary>Bins the events of a camera to timesteps: a neuron fires once for each event of its pixel and polarity.</summary>
/// <remarks>
/// Bins begin with the first event; an incomplete bin at the end is dropped. That is what the frame conversion of the Tonic library does
/// for a fixed time window, with which the networks of the NIR paper were trained.
/// </remarks>
public static class EventBins
{
    private const int MostSpikes = 1 << 24;
    private const long MostBins = 1_000_000_000;

    /// <summary>Bins a recording.</summary>
    /// <param name="events">Events, ascending by time.</param>
    /// <param name="height">Rows of the camera, at least 1.</param>
    /// <param name="width">Columns of the camera, at least 1.</param>
    /// <param name="microseconds">Length of a bin in µs, at least 1.</param>
    /// <param name="firstTimestep">Timestep of the first bin, 0 or above.</param>
    /// <param name="file">Name of the recording, for messages.</param>
    /// <returns>Spikes of a population of shape (2, height, width): pixels that became darker, then those that became brighter.</returns>
    /// <exception cref="ChipSpec.Diagnostics.InvalidInputException">An event lies outside of the camera, or there are too many.</exception>
    public static SpikeTrain Count(
        IReadOnlyList<CameraEvent> events, int height, int width, int microseconds = 1000, long firstTimestep = 1, string file = "recording")
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(microseconds, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(firstTimestep);
        var train = new SpikeTrain();
        if (events.Count == 0)
        {
            return train;
        }

        long start = events[0].Microseconds;
        long bins = (events[^1].Microseconds - start) / microseconds;
        if (events.Count > MostSpikes || bins > MostBins)
        {
            throw RecordingFile.Finding(
                RecordingDiagnostics.TooMany, file, $"{events.Count:N0} events in {bins:N0} bins", $"{MostSpikes:N0} events in {MostBins:N0} bins");
        }

        var binned = new List<(long Timestep, int Neuron)>(events.Count);
        for (int e = 0; e < events.Count; e++)
        {
            (long time, int x, int y, bool isOn) = events[e];
            if (x < 0 || x >= width || y < 0 || y >= height)
            {
                throw RecordingFile.Finding(
                    RecordingDiagnostics.OutsideFrame, file, $"column {x}, row {y}", $"columns 0 to {width - 1}, rows 0 to {height - 1}", path: $"event {e}");
            }

            long bin = (time - start) / microseconds;
            if (bin < bins)
            {
                binned.Add((firstTimestep + bin, ((((isOn ? 1 : 0) * height) + y) * width) + x));
            }
        }

        binned.Sort();
        foreach ((long timestep, int neuron) in binned)
        {
            train.Add(timestep, neuron);
        }

        return train;
    }
}
