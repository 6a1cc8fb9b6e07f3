using Ganglion.ChipSpec.Diagnostics;

namespace Ganglion.Emulator.Recordings;

/// <summary>What can be wrong with spike files and recordings.</summary>
public static class RecordingDiagnostics
{
    /// <summary>GAN1401: the file cannot be read.</summary>
    public static readonly DiagnosticDescriptor Unreadable = new(
        "GAN1401",
        DiagnosticSeverity.Error,
        "A recording or spike file cannot be read",
        """
        The file does not exist, may not be read, is a folder, or is larger than the 128 MiB that are read at once. Check the path; cut a long
        recording into parts.
        """);

    /// <summary>GAN1402: not an N-MNIST recording.</summary>
    public static readonly DiagnosticDescriptor MalformedEvents = new(
        "GAN1402",
        DiagnosticSeverity.Error,
        "A recording of 5-byte events is malformed",
        """
        N-MNIST, N-Caltech101 and similar `.bin` files are a sequence of events of 5 bytes: x, y, polarity in the highest bit of the third byte,
        and in the remaining 23 bits the time in microseconds, most significant byte first. An event with y = 240 stands for an overflow that
        moves the times behind it by 2^13 µs. The file is no whole number of such events, holds none, or its times go backwards: it was cut
        short, or is in another format.

        Source: Orchard et al. 2015, "Converting static image datasets to spiking neuromorphic datasets using saccades", Frontiers in
        Neuroscience 9:437.
        """);

    /// <summary>GAN1403: an event outside of the frame.</summary>
    public static readonly DiagnosticDescriptor OutsideFrame = new(
        "GAN1403",
        DiagnosticSeverity.Error,
        "An event lies outside of the frame",
        """
        The recording is binned to a population of (2, height, width) neurons, and holds an event whose column or row is not within it.
        N-MNIST has 34 rows and 34 columns. Choose the size of the camera, or crop the recording.
        """);

    /// <summary>GAN1405: more spikes than are held.</summary>
    public static readonly DiagnosticDescriptor TooMany = new(
        "GAN1405",
        DiagnosticSeverity.Error,
        "A recording holds more than is read",
        """
        So that a damaged or hostile file cannot exhaust memory, at most 16,777,216 spikes are taken from a file and a recording may span at
        most 1,000,000,000 bins. Cut the recording into parts, or choose longer bins.
        """);

    /// <summary>All diagnostics of this area.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } = [Unreadable, MalformedEvents, OutsideFrame, TooMany];
}
