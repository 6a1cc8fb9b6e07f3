using Ganglion.ChipSpec.Diagnostics;

namespace Ganglion.ChipSpec.Image.Files;

/// <summary>Findings about chip images.</summary>
public static class ImageDiagnostics
{
    /// <summary>The file cannot be opened or read.</summary>
    public static readonly DiagnosticDescriptor Unreadable = Error("GAN1501", "The chip image cannot be read", """
        The path leads to nothing, to a folder, or to a file that may not be read. Check it as it stands in the message, relative to the
        folder that you are in. Example: `ganglion run ./digits.chip`.
        """);

    /// <summary>Another kind of file.</summary>
    public static readonly DiagnosticDescriptor NotAnImage = Error("GAN1502", "The file is not a chip image", """
        Chip images begin with eight bytes that no other format has; this file does not. A network (`.nir`, `.net.yaml`) is compiled first:
        `ganglion compile net.nir --chip loihi1 -o net.chip`. A transfer that converts line ends damages these bytes, too.
        """);

    /// <summary>Written by an older version.</summary>
    public static readonly DiagnosticDescriptor Older = Error("GAN1503", "The chip image has an older format", """
        The image was written by an earlier version, whose format this one does not read. Images are quickly made and not meant to be
        kept for years: compile the network again.
        """);

    /// <summary>Written by a newer version.</summary>
    public static readonly DiagnosticDescriptor Newer = Error("GAN1504", "The chip image has a newer format", """
        The image was written by a later version, whose format this one does not know. Use that version, or compile the network with this
        one.
        """);

    /// <summary>The end is missing.</summary>
    public static readonly DiagnosticDescriptor Truncated = Error("GAN1505", "The chip image is not complete", """
        The file is shorter than it says itself: a copy or a download was interrupted, or a disk was full. Images are written under another
        name and renamed when complete, so an interrupted compilation leaves none. Copy the file again, or compile the network again.
        """);

    /// <summary>The content was changed.</summary>
    public static readonly DiagnosticDescriptor Corrupted = Error("GAN1506", "The chip image is damaged", """
        The content does not match the checksum that was stored with it, or cannot be decoded. A single changed bit is enough. Copy the
        file again, or compile the network again.
        """);

    /// <summary>Parts do not fit together.</summary>
    public static readonly DiagnosticDescriptor Contradiction = Error("GAN1507", "Parts of the chip image contradict each other", """
        The file is complete and undamaged, but its parts do not fit together: a row points beyond the synapse memory, an axon leads to a
        core that the image does not have, a parameter has neither one value nor one per compartment. The compiler writes no such image;
        another program may have. The message names the part. Compile the network again.
        """);

    /// <summary>The file cannot be written.</summary>
    public static readonly DiagnosticDescriptor Unwritable = Error("GAN1508", "The chip image cannot be written", """
        The folder does not exist, may not be written to, or has no space left. Nothing was left behind; a file that stood there before is
        unchanged.
        """);

    /// <summary>All of them, in the order of their codes.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } =
        [Unreadable, NotAnImage, Older, Newer, Truncated, Corrupted, Contradiction, Unwritable];

    private static DiagnosticDescriptor Error(string code, string title, string explanation) =>
        new(code, DiagnosticSeverity.Error, title, explanation);
}
