namespace Ganglion.Emulator.Recordings;

/// <summary>Reads recordings of 5-byte events, as N-MNIST and N-Caltech101 use them (<c>.bin</c>).</summary>
/// <remarks>
/// x, y, then 24 bits, most significant byte first: polarity (1 bit) and time in µs (23 bits). y = 240 is an overflow of the time by
/// 2^13 µs. Source: Orchard et al. 2015, Frontiers in Neuroscience 9:437.
/// </remarks>
public static class NMnistReader
{
    private const int EventBytes = 5;
    private const byte OverflowRow = 240;
    private const long OverflowMicroseconds = 1 << 13;

    /// <summary>Reads a file.</summary>
    /// <param name="path">Path of the file, at most 128 MiB.</param>
    /// <returns>Events, ascending by time.</returns>
    /// <exception cref="ChipSpec.Diagnostics.InvalidInputException">It cannot be read, or is malformed.</exception>
    public static IReadOnlyList<CameraEvent> ReadFile(string path) => Parse(RecordingFile.Read(path), path);

    /// <summary>Decodes events.</summary>
    /// <param name="bytes">Content of a file.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <returns>Events, ascending by time.</returns>
    /// <exception cref="ChipSpec.Diagnostics.InvalidInputException">It is malformed.</exception>
    public static IReadOnlyList<CameraEvent> Parse(ReadOnlySpan<byte> bytes, string file)
    {
        if (bytes.IsEmpty || bytes.Length % EventBytes != 0)
        {
            throw RecordingFile.Finding(
                RecordingDiagnostics.MalformedEvents, file, $"{bytes.Length:N0} bytes", "a whole number of events of 5 bytes, at least one");
        }

        var events = new List<CameraEvent>(bytes.Length / EventBytes);
        long overflow = 0;
        long last = 0;
        for (int at = 0; at < bytes.Length; at += EventBytes)
        {
            ReadOnlySpan<byte> packed = bytes.Slice(at, EventBytes);
            if (packed[1] == OverflowRow)
            {
                overflow += OverflowMicroseconds;
                continue;
            }

            long time = (((packed[2] & 0x7F) << 16) | (packed[3] << 8) | packed[4]) + overflow;
            if (time < last)
            {
                throw RecordingFile.Finding(
                    RecordingDiagnostics.MalformedEvents,
                    file,
                    $"an event at {time} µs after one at {last} µs",
                    "times that do not go backwards",
                    path: $"event {at / EventBytes}");
            }

            last = time;
            events.Add(new CameraEvent(time, packed[0], packed[1], (packed[2] & 0x80) != 0));
        }

        return events;
    }
}
