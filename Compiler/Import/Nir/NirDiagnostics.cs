using Ganglion.ChipSpec.Diagnostics;
using Ganglion.Compiler.Import.Hdf5;

namespace Ganglion.Compiler.Import.Nir;

/// <summary>What can be wrong with a NIR file.</summary>
public static class NirDiagnostics
{
    /// <summary>GAN1201: not a readable HDF5 file.</summary>
    public static readonly DiagnosticDescriptor Unreadable = new(
        "GAN1201",
        DiagnosticSeverity.Error,
        "The file is not a readable HDF5 file",
        """
        A NIR file is an HDF5 file. This one does not exist, does not begin with an HDF5 superblock, or ends or contradicts itself before
        everything was read. A file saved with `torch.save` is a zip archive and not a NIR file; a download may have been cut short.

        Write the graph again with `nir.write("net.nir", graph)`, or check that the file opens with `h5dump -H net.nir`.
        """);

    /// <summary>GAN1202: no graph in the file.</summary>
    public static readonly DiagnosticDescriptor NoGraph = new(
        "GAN1202",
        DiagnosticSeverity.Error,
        "The file holds no NIR graph",
        """
        The graph of a NIR file is the group `/node` with the dataset `type` = "NIRGraph", the group `nodes` and the array `edges`. This file
        is HDF5, but something of this is missing: it may hold recordings (NIRData), a lava-dl network (`.net`), or an unfinished graph.
        """);

    /// <summary>GAN1203: a dataset in a form that is not read.</summary>
    public static readonly DiagnosticDescriptor UnsupportedEncoding = new(
        "GAN1203",
        DiagnosticSeverity.Error,
        "A dataset is stored in a form that is not read",
        """
        Numbers are read as 16, 32 or 64 bit floating point or 8 to 64 bit integers in little-endian order, contiguous or in chunks,
        uncompressed or with the gzip, LZF, shuffle and Fletcher-32 filters. Other filters (SZIP) and big-endian numbers are not read.

        Write the file again: `nir.write("net.nir", nir.read("old.nir"))` uses gzip.
        """);

    /// <summary>GAN1204: a limit that keeps memory bounded.</summary>
    public static readonly DiagnosticDescriptor TooLarge = new(
        "GAN1204",
        DiagnosticSeverity.Error,
        "The file describes more than is read",
        """
        So that a damaged or hostile file cannot exhaust memory or time, there are limits: 100,000 nodes, 1,000,000 edges, subgraphs nested 16
        deep, 67,108,864 numbers in a dataset and 134,217,728 in a file, 16,777,216 neurons in a population, delays of 65,535 timesteps, and a
        thousandfold compression. Groups that contain themselves through hard links run into the limit on nesting.
        """);

    /// <summary>GAN1205: a node of unknown type.</summary>
    public static readonly DiagnosticDescriptor UnknownType = new(
        "GAN1205",
        DiagnosticSeverity.Error,
        "A node has a type that is not known",
        """
        The types that are taken are Input, Output, Affine, Linear, Scale, Conv1d, Conv2d, SumPool2d, AvgPool2d, Flatten, Delay, Threshold, I,
        IF, LI, LIF, CubaLI, CubaLIF and NIRGraph. Replace the node by a combination of these, or leave it out before the graph is exported.
        """);

    /// <summary>GAN1206: a parameter is missing or is not what it should be.</summary>
    public static readonly DiagnosticDescriptor BadParameter = new(
        "GAN1206",
        DiagnosticSeverity.Error,
        "A parameter of a node is missing or not acceptable",
        """
        Every type of node has its datasets, with a meaning and a range: `LIF`, for example, has `tau` (seconds, positive), `r`, `v_leak` and
        `v_threshold`, and may have `v_reset`. A dataset is missing, holds text where numbers are expected, has another number of dimensions
        or values than it should, or a value (NaN, infinite, negative, zero, not an integer) that makes no sense there.
        """);

    /// <summary>GAN1207: an edge that leads nowhere.</summary>
    public static readonly DiagnosticDescriptor DanglingEdge = new(
        "GAN1207",
        DiagnosticSeverity.Error,
        "An edge names a node that does not exist",
        """
        Each edge names its source and its target, which are nodes of the same graph; the edges of a subgraph name nodes of the subgraph.
        Some published files have such edges: the inner graph calls its neurons `lif1` while its edges say `lif`, or edges say `lif1` in a
        graph whose nodes are called `lif1.lif` and `lif1.w_rec`. Which node was meant is not guessed.

        Correct the edges before the graph is written: `graph.edges = [("lif1" if a == "lif" else a, ...) for a, b in graph.edges]`.
        """);

    /// <summary>GAN1208: shapes do not fit.</summary>
    public static readonly DiagnosticDescriptor ShapeMismatch = new(
        "GAN1208",
        DiagnosticSeverity.Error,
        "The shapes of two connected nodes do not fit",
        """
        What a node emits must have the shape that the next node takes: `Linear` and `Affine` with a weight of (out, in) take `in` values in
        any arrangement, `Conv2d` takes (channels, height, width), neurons take the shape of their parameters. Dimensions of extent 1 are
        ignored where that makes shapes equal. The sizes of convolutions and pools are those of PyTorch:
        floor((size + 2·padding − dilation·(kernel − 1) − 1) / stride) + 1.
        """);

    /// <summary>GAN1209: a shape cannot be found.</summary>
    public static readonly DiagnosticDescriptor UnknownShape = new(
        "GAN1209",
        DiagnosticSeverity.Error,
        "The shape of a node cannot be inferred",
        """
        A node whose parameters are single numbers takes its shape from the node before it. Here nothing before it has a known shape: the
        graph has no Input node, or the edge from it is missing. Give the parameters one value per neuron, or connect the node.
        """);

    /// <summary>GAN1210: something that spikes cannot express.</summary>
    public static readonly DiagnosticDescriptor NotSpiking = new(
        "GAN1210",
        DiagnosticSeverity.Error,
        "A node sends values that are not spikes",
        """
        Between populations only spikes travel. The integrators I, LI and CubaLI never spike: their potential can be read at an Output, but it
        cannot be sent on to another node. Use IF, LIF or CubaLIF where the node feeds others.
        """);

    /// <summary>GAN1211: a cycle of linear nodes.</summary>
    public static readonly DiagnosticDescriptor AlgebraicLoop = new(
        "GAN1211",
        DiagnosticSeverity.Error,
        "A cycle contains no neurons",
        """
        A recurrent connection leads from neurons through weights back to neurons, and is given a delay of one timestep. This cycle consists
        of linear nodes alone, so it has no state that could wait for the next timestep.
        """);

    /// <summary>GAN1212: no neurons.</summary>
    public static readonly DiagnosticDescriptor NoNeurons = new(
        "GAN1212",
        DiagnosticSeverity.Error,
        "The graph contains nothing to run",
        """
        There is no node with neurons (I, IF, LI, LIF, CubaLI, CubaLIF, Threshold), and no path from an Input to an Output whose values could
        be read. A network needs at least one population: check that the graph was complete when it was written.

        Example: a graph of an Input and an Output without an edge between them.
        """);

    /// <summary>GAN1220: time constants look like timesteps.</summary>
    public static readonly DiagnosticDescriptor TimeConstantInSteps = new(
        "GAN1220",
        DiagnosticSeverity.Warning,
        "A time constant looks as if it was given in timesteps",
        """
        Time constants of NIR files are in seconds. One of a second or more is rare for a neuron, but common when a tool wrote time constants
        in timesteps. The file was read as it is: in seconds.

        If it is in timesteps, say that a timestep is the unit of time: `--dt 1`.
        """);

    /// <summary>GAN1221: a time constant shorter than a timestep.</summary>
    public static readonly DiagnosticDescriptor TimeConstantTooShort = new(
        "GAN1221",
        DiagnosticSeverity.Warning,
        "A time constant is shorter than the timestep",
        """
        With the Euler rule a state keeps 1 − dt/τ of itself per timestep. For τ below dt this is negative and the state oscillates, for τ
        below dt/2 it grows without bound (which is an error, GAN1206). Use a smaller `--dt` or `--integrator exponential`.
        """);

    /// <summary>GAN1222: an edge stands twice.</summary>
    public static readonly DiagnosticDescriptor DuplicateEdge = new(
        "GAN1222",
        DiagnosticSeverity.Warning,
        "An edge is listed more than once",
        """
        What arrives over several edges is added, so an edge that is listed twice counts twice. Some tools drop the repetition instead.
        """);

    /// <summary>GAN1223: something in the file was not used.</summary>
    public static readonly DiagnosticDescriptor Ignored = new(
        "GAN1223",
        DiagnosticSeverity.Warning,
        "Something in the file has no effect",
        """
        A dataset that its type of node does not have, a node that nothing reaches, a declared shape of a port that differs from what arrives
        there, or a reset value that the chosen reset does not use. The network was built without it.
        """);

    /// <summary>GAN1224: a linear output became a readout.</summary>
    public static readonly DiagnosticDescriptor LinearOutput = new(
        "GAN1224",
        DiagnosticSeverity.Warning,
        "An Output reads values that are not spikes of neurons",
        """
        The node before the Output is linear (weights, a convolution, a delay), so there are no spikes to report. A population without memory
        that never fires was put in its place: its potential in every timestep is the value of the linear node.
        """);

    /// <summary>All diagnostics of this area.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } =
    [
        Unreadable, NoGraph, UnsupportedEncoding, TooLarge, UnknownType, BadParameter, DanglingEdge, ShapeMismatch, UnknownShape, NotSpiking,
        AlgebraicLoop, NoNeurons, TimeConstantInSteps, TimeConstantTooShort, DuplicateEdge, Ignored, LinearOutput,
    ];

    /// <summary>How they are called where the file as such is at fault.</summary>
    internal static Hdf5Findings Hdf5 { get; } = new(
        Unreadable, UnsupportedEncoding, TooLarge, BadParameter, "an HDF5 file written by nir.write", "nir.write(\"new.nir\", nir.read(\"old.nir\")) writes it so");
}
