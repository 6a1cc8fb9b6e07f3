using Ganglion.ChipSpec.Diagnostics;
using Ganglion.Compiler.Import.Hdf5;

namespace Ganglion.Compiler.Import.LavaDl;

/// <summary>What can be wrong with a network file of lava-dl.</summary>
public static class LavaDlDiagnostics
{
    /// <summary>GAN1601: not a readable HDF5 file.</summary>
    public static readonly DiagnosticDescriptor Unreadable = new("GAN1601", DiagnosticSeverity.Error, "The .net file is not a readable HDF5 file", """
        A `.net` file of lava-dl is an HDF5 file. This one does not exist, does not begin with an HDF5 superblock, or ends or contradicts
        itself before everything was read. Export the network again with `net.export_hdf5("net.net")`, or check that the file opens with
        `h5dump -H net.net`.
        """);

    /// <summary>GAN1602: no layers.</summary>
    public static readonly DiagnosticDescriptor NoLayers = new("GAN1602", DiagnosticSeverity.Error, "The .net file has no sequence of layers", """
        The layers of a network lie in the group `/layer`, named 0, 1, 2 and so on without a gap, and at least one of them has neurons.
        Files with other groups at the top are not networks of lava-dl; a graph in the Neuromorphic Intermediate Representation, for
        example, has `/node` there and belongs into a file with the name `.nir`.
        """);

    /// <summary>GAN1603: an encoding that is not read.</summary>
    public static readonly DiagnosticDescriptor UnsupportedEncoding = new("GAN1603", DiagnosticSeverity.Error, "A dataset of the .net file is stored in a way that is not read", """
        Numbers are read as little-endian floating point of 16, 32 or 64 bits or as integers of 8 to 64, plain or with gzip, LZF, shuffle and
        Fletcher-32. Store the dataset so, for example with `h5repack -f GZIP=4 old.net new.net`.
        """);

    /// <summary>GAN1604: a limit that keeps memory bounded.</summary>
    public static readonly DiagnosticDescriptor TooLarge = new("GAN1604", DiagnosticSeverity.Error, "The .net file describes more than is read", """
        So that a damaged or hostile file cannot exhaust memory or time, there are limits: 10,000 layers, 67,108,864 numbers in a dataset and
        134,217,728 in a file, 16,777,216 neurons in a layer, and a thousandfold compression.
        """);

    /// <summary>GAN1605: a type of layer that is not taken.</summary>
    public static readonly DiagnosticDescriptor UnknownLayer = new("GAN1605", DiagnosticSeverity.Error, "A layer has a type that is not taken", """
        The types that are taken are input, dense, conv, pool and flatten. Not taken are `average`, which averages the spike trains of groups of
        neurons over the run and is no neuron; `concat`, whose second branch the file does not name; and `convT` and `unpool`.
        Leave the layer out of the network before it is exported, or read the output of the layer before it.
        """);

    /// <summary>GAN1606: neurons that no chip has.</summary>
    public static readonly DiagnosticDescriptor UnknownNeuron = new("GAN1606", DiagnosticSeverity.Error, "The neurons of a layer are of a kind that is not taken", """
        CUBA and LOIHI neurons, current-based leaky integrate-and-fire compartments, become registers of Loihi. Their spikes carry no value:
        `gradedSpike` must be false, and `wgtExp` must be 0. Sigma-delta (SDNN), resonate-and-fire (RF) and adaptive (ALIF) neurons are
        not read from `.net` files; the chips of the family Loihi 2 have such neurons, which a `.net.yaml` can describe.
        """);

    /// <summary>GAN1607: a dataset is missing or is not what it should be.</summary>
    public static readonly DiagnosticDescriptor BadParameter = new("GAN1607", DiagnosticSeverity.Error, "A dataset of a layer is missing or not acceptable", """
        Every type of layer has its datasets, with a meaning and a range: `conv`, for example, has a weight of (out, in / groups, height, width)
        and may have stride, padding, dilation, groups, bias and delay; CUBA neurons have `iDecay`, `vDecay` and `vThMant`. A dataset is
        missing, holds text, has another number of dimensions or values than it should, or a value (NaN, negative, not an integer) that
        makes no sense there.
        """);

    /// <summary>GAN1608: shapes do not fit.</summary>
    public static readonly DiagnosticDescriptor ShapeMismatch = new("GAN1608", DiagnosticSeverity.Error, "A layer does not fit the layer before it", """
        What a layer emits must be what the next one takes: a dense layer with a weight of (out, in) takes `in` values in any arrangement, a
        convolution or pool takes (channels, height, width). The sizes of convolutions are those of PyTorch:
        floor((size + 2·padding − dilation·(kernel − 1) − 1) / stride) + 1. A declared `shape` must have as many elements as the layer emits.
        A convolution or a pool cannot be the first layer: the size of its input is not in the file. Export the network with its input layer.
        """);

    /// <summary>GAN1609: weights that no format of the chip holds.</summary>
    public static readonly DiagnosticDescriptor InexactWeights = new("GAN1609", DiagnosticSeverity.Error, "The weights of a layer are not integers that a synapse can hold", """
        An exported network has quantised weights: integers m·2^e with one exponent e from −8 to 7 for the layer, where m has 8 bits: 0 to 255 where no
        weight is negative, −255 to 0 where none is positive, even numbers from −256 to 254 otherwise. These are not; the network was
        exported without quantisation, or with another one. Set `pre_hook_fx` of the layer's synapses to a quantisation to 8 bits with step 2,
        which is what lava-dl does by itself for CUBA neurons, and export again.
        """);

    /// <summary>GAN1620: the input layer became a source.</summary>
    public static readonly DiagnosticDescriptor InputIsSource = new("GAN1620", DiagnosticSeverity.Warning, "The input layer of the file is driven from outside", """
        The input layer of this file has neurons that an image drives as their bias, and the image is not in the file. Without one the layer is a
        source, and its spikes are given when the network runs. In code, `LavaDlOptions.InputBias` or `LavaDlOptions.Image` give an image.
        """);

    /// <summary>GAN1621: something in the file was not used.</summary>
    public static readonly DiagnosticDescriptor Ignored = new("GAN1621", DiagnosticSeverity.Warning, "Something in the .net file has no effect", """
        A dataset that its type of layer does not have, or a delay of the last layer, whose spikes nobody waits for. The network was built
        without it.
        """);

    /// <summary>All diagnostics of this area.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } =
    [
        Unreadable, NoLayers, UnsupportedEncoding, TooLarge, UnknownLayer, UnknownNeuron, BadParameter, ShapeMismatch, InexactWeights, InputIsSource,
        Ignored,
    ];

    /// <summary>How they are called where the file as such is at fault.</summary>
    internal static Hdf5Findings Hdf5 { get; } = new(
        Unreadable, UnsupportedEncoding, TooLarge, BadParameter, "an HDF5 file written by export_hdf5", "h5repack -f GZIP=4 old.net new.net stores it so");
}
