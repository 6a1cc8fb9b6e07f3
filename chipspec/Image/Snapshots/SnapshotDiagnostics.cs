using Ganglion.ChipSpec.Diagnostics;

namespace Ganglion.ChipSpec.Image.Snapshots;

/// <summary>Findings about snapshots of machines.</summary>
public static class SnapshotDiagnostics
{
    /// <summary>The file cannot be opened or read.</summary>
    public static readonly DiagnosticDescriptor Unreadable = Error("GAN1701", "The snapshot cannot be read", """
        The path leads to nothing, to a folder, or to a file that may not be read. Check it as it stands in the message, relative to the
        folder that you are in. Example: `ganglion run net.chip --steps 10000 --resume ./net.snapshot`.
        """);

    /// <summary>Another kind of file.</summary>
    public static readonly DiagnosticDescriptor NotASnapshot = Error("GAN1702", "The file holds no snapshot", """
        Snapshots begin with eight bytes that no other format has; this file does not. They are written by
        `ganglion run net.chip --steps 1000 --snapshot net.snapshot`. A transfer that converts line ends damages these bytes, too. What a
        network has learned (.state) is no snapshot: begin with it by `--load-state`.
        """);

    /// <summary>Written by another version.</summary>
    public static readonly DiagnosticDescriptor OtherVersion = Error("GAN1703", "The snapshot has another format version", """
        The file was written by a version of the program whose format this one does not read. Go on with that version, or begin the run
        again with this one. Example: a file of format 2 is not read by a program that knows format 1.
        """);

    /// <summary>The content was changed, or its end is missing.</summary>
    public static readonly DiagnosticDescriptor Damaged = Error("GAN1704", "The snapshot is damaged", """
        The file is shorter or longer than it says itself, its content does not match the checksum that was stored with it, or it cannot be
        decoded. A single changed bit is enough. Snapshots are written under another name and renamed when complete, so a process that is
        killed leaves the snapshot before. Copy the file again, or take an older one.
        """);

    /// <summary>Another image ran.</summary>
    public static readonly DiagnosticDescriptor OtherImage = Error("GAN1705", "The snapshot belongs to another image", """
        A snapshot holds the state core by core, so only the very image takes it that ran: the same network, compiled for the same chip
        with the same options. The message gives both hashes. With a network file, each of its bytes that matters counts, and so do the
        options of the compiler, such as `--placement-seed`.

        Compile as before, or keep the image with `ganglion compile … -o net.chip` and run that. What was learned goes from image to
        image, but as a learned state: `--save-state`.
        """);

    /// <summary>Another seed was used.</summary>
    public static readonly DiagnosticDescriptor OtherSeed = Error("GAN1706", "The snapshot belongs to a run with another seed", """
        Random draws are keyed by the seed and the timestep. With another seed, the run would not go on, but become one that never was.
        Load the image with the seed in the message. Example: a snapshot of a run with `--seed 5` is refused by a machine with seed 0;
        `ganglion run` takes the seed from the snapshot when none is given.
        """);

    /// <summary>Parts do not fit together, or the image.</summary>
    public static readonly DiagnosticDescriptor Contradiction = Error("GAN1707", "Parts of the snapshot do not fit", """
        The file is complete and undamaged, but a part of it is missing, too long or too short, or holds a value that the machine can never
        reach. The program writes no such file for the image that it names; another program, or a version with other cores, may have. The
        message names the part and the array. The machine stays as it was.

        Take another snapshot, or begin the run again. Example: a learning trace of 200 is refused, since traces end at 127.
        """);

    /// <summary>The file cannot be written.</summary>
    public static readonly DiagnosticDescriptor Unwritable = Error("GAN1708", "The snapshot cannot be written", """
        The folder does not exist, may not be written to, or has no space left. Nothing was left behind; a snapshot that stood there before
        is unchanged. Example: `--snapshot runs/net.snapshot` needs the folder `runs`.
        """);

    /// <summary>All of them, in the order of their codes.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } =
        [Unreadable, NotASnapshot, OtherVersion, Damaged, OtherImage, OtherSeed, Contradiction, Unwritable];

    private static DiagnosticDescriptor Error(string code, string title, string explanation) =>
        new(code, DiagnosticSeverity.Error, title, explanation);
}
