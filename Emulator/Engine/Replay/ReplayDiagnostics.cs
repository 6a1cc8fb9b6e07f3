using Ganglion.ChipSpec.Diagnostics;

namespace Ganglion.Emulator.Replay;

/// <summary>What can be wrong with a recorded run.</summary>
public static class ReplayDiagnostics
{
    /// <summary>The file cannot be read.</summary>
    public static readonly DiagnosticDescriptor Unreadable = Error("GAN1711", "The recorded run cannot be read", """
        The path leads to nothing, to a folder, or to a file that may not be read. Check it as it stands in the message, relative to the
        folder that you are in, and the permissions of the file. Example: `ganglion replay bench.run`.
        """);

    /// <summary>Another kind of file or version.</summary>
    public static readonly DiagnosticDescriptor NotARecording = Error("GAN1712", "The file is no recorded run of this version", """
        Recorded runs begin with eight bytes that no other format has, the last of which is the version of the format. They are written by
        `ganglion serve net.chip --record bench.run`.
        """);

    /// <summary>A part was changed.</summary>
    public static readonly DiagnosticDescriptor Damaged = Error("GAN1713", "The recorded run is damaged", """
        Every part of a recording has a checksum, and one does not match, or a part does not follow from those before it. What came before
        the place in the message was replayed. A recording whose end is merely missing, because the program died, is not damaged: it is
        replayed as far as it goes. Copy the file again.
        """);

    /// <summary>Another image.</summary>
    public static readonly DiagnosticDescriptor OtherImage = Error("GAN1714", "The run was recorded with another chip image", """
        A replay is bit for bit, so it needs the very image of the recorded run. The recording names it by its hash and by the path that it
        had. Pass the right one with `--image FILE`, or compile it again with the same program, network, chip and options.
        """);

    /// <summary>The file cannot be written.</summary>
    public static readonly DiagnosticDescriptor Unwritable = Error("GAN1715", "The recorded run cannot be written", """
        The folder does not exist, may not be written to, or has no space left. What was recorded until then is kept and can be replayed as far
        as it goes. Choose another place. Example: `ganglion serve net.chip --record /var/tmp/bench.run`.
        """);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } = [Unreadable, NotARecording, Damaged, OtherImage, Unwritable];

    /// <summary>The exception for a finding about a file.</summary>
    internal static InvalidInputException Refuse(DiagnosticDescriptor descriptor, string path, string found, string? allowed, string remedy) =>
        new([new Diagnostic { Descriptor = descriptor, Location = new SourceLocation(path), Found = found, Allowed = allowed, Remedy = remedy }]);

    private static DiagnosticDescriptor Error(string code, string title, string explanation) => new(code, DiagnosticSeverity.Error, title, explanation);
}
