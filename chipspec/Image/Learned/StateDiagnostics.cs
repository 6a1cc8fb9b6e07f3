using Ganglion.ChipSpec.Diagnostics;

namespace Ganglion.ChipSpec.Image.Learned;

/// <summary>Findings about files with what a network has learned.</summary>
public static class StateDiagnostics
{
    /// <summary>The file cannot be opened or read.</summary>
    public static readonly DiagnosticDescriptor Unreadable = Error("GAN1511", "The learned state cannot be read", """
        The path leads to nothing, to a folder, or to a file that may not be read. Check it as it stands in the message, relative to the
        folder that you are in. Example: `ganglion run net.chip --load-state ./net.state`.
        """);

    /// <summary>Another kind of file.</summary>
    public static readonly DiagnosticDescriptor NotAState = Error("GAN1512", "The file holds no learned state", """
        Files with learned state begin with eight bytes that no other format has; this file does not. They are written by
        `ganglion run net.chip --save-state net.state`. A transfer that converts line ends damages these bytes, too.
        """);

    /// <summary>Written by another version.</summary>
    public static readonly DiagnosticDescriptor OtherVersion = Error("GAN1513", "The learned state has another format version", """
        The file was written by a version of the program whose format this one does not read. Use that version, or learn again with this
        one. Example: a file of format 2 is not read by a program that knows format 1.
        """);

    /// <summary>The content was changed, or its end is missing.</summary>
    public static readonly DiagnosticDescriptor Damaged = Error("GAN1514", "The learned state is damaged", """
        The file is shorter or longer than it says itself, its content does not match the checksum that was stored with it, or it cannot be
        decoded. A single changed bit is enough. Files are written under another name and renamed when complete, so a run that is
        interrupted leaves the old file. Copy the file again, or take an older one.
        """);

    /// <summary>It was learned by another network.</summary>
    public static readonly DiagnosticDescriptor OtherNetwork = Error("GAN1515", "The learned state belongs to another network", """
        A learned state fits the network that learned it, on any chip that holds its weights alike, however it is placed. The file names the
        network by its hash, and every plastic projection with its synapses, its sign, and the scale of its weights. What differs is in
        the message.

        Load the state into the network that it came from, or learn again. Example: after a synapse more in the network file, states of
        before are refused.
        """);

    /// <summary>A variable is outside its range.</summary>
    public static readonly DiagnosticDescriptor OutOfRange = Error("GAN1516", "A learned variable is out of range", """
        A weight lies within −256 to 255, or 0 to 255 where the projection is excitatory, or −255 to 0 where it is inhibitory; a tag within
        −257 to 255, a delay variable within 0 to 255. Learning clips to these ranges, so another program has written the file. The message
        names the projection and the synapse.

        Correct the value, or learn again. Example: a weight of 256 from neuron 3 to neuron 5 is refused.
        """);

    /// <summary>Parts do not fit together.</summary>
    public static readonly DiagnosticDescriptor Contradiction = Error("GAN1517", "Parts of the learned state contradict each other", """
        The file is complete and undamaged, but its parts do not fit together: a projection does not have as many sources, targets and
        weights, or is there twice. The program writes no such file; another one may have. Learn again, or correct what has written it.
        """);

    /// <summary>The file cannot be written.</summary>
    public static readonly DiagnosticDescriptor Unwritable = Error("GAN1518", "The learned state cannot be written", """
        The folder does not exist, may not be written to, or has no space left. Nothing was left behind; a file that stood there before is
        unchanged. Example: `--save-state runs/net.state` needs the folder `runs`.
        """);

    /// <summary>All of them, in the order of their codes.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } =
        [Unreadable, NotAState, OtherVersion, Damaged, OtherNetwork, OutOfRange, Contradiction, Unwritable];

    private static DiagnosticDescriptor Error(string code, string title, string explanation) =>
        new(code, DiagnosticSeverity.Error, title, explanation);
}
