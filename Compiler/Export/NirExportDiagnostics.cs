using Ganglion.ChipSpec.Diagnostics;

namespace Ganglion.Compiler.Export;

/// <summary>What a network can have that a NIR file cannot hold.</summary>
public static class NirExportDiagnostics
{
    /// <summary>GAN1650: neurons that no node describes.</summary>
    public static readonly DiagnosticDescriptor Neurons = new("GAN1650", DiagnosticSeverity.Error, "No node of NIR describes these neurons", """
        The nodes I, IF, LI, LIF, CubaLI, CubaLIF and Threshold hold integrators with a membrane and at most one synaptic current, both of which
        leak if the current does. They hold no refractory period, no initial potential, and no registers of a chip other than those of Loihi 1,
        which are written as the real numbers that they stand for. Keep such a network as `.net.yaml`.
        """);

    /// <summary>GAN1651: a connectivity that no node describes.</summary>
    public static readonly DiagnosticDescriptor Connectivity = new("GAN1651", DiagnosticSeverity.Error, "No node of NIR describes this projection", """
        A projection becomes a chain of the nodes Linear, Affine, Scale, Conv1d, Conv2d, SumPool2d, AvgPool2d, Flatten and Delay. A matrix may have
        up to 67,108,864 weights, and up to 16 different delays where it has several. There is no node that gives a flat population a shape, none
        for a convolution with different padding on its sides, none for second receptors, and none for third factors of learning.
        """);

    /// <summary>GAN1652: a bias that no node takes.</summary>
    public static readonly DiagnosticDescriptor Bias = new("GAN1652", DiagnosticSeverity.Error, "No node takes the bias of these neurons", """
        The constant drive of IF and CubaLIF nodes is the bias of an Affine or convolution node before them. This population has none: nothing
        reaches it through a matrix, and its biases differ within a channel of the convolution that does. Or a source that fires in every
        timestep has other delays than 1, which no bias has.
        """);

    /// <summary>GAN1653: the file cannot be written.</summary>
    public static readonly DiagnosticDescriptor Unwritable = new("GAN1653", DiagnosticSeverity.Error, "The network file cannot be written", """
        The folder does not exist or may not be written, or the disk is full. The file that stood there before, if any, is unchanged.
        """);

    /// <summary>GAN1660: registers written as real numbers.</summary>
    public static readonly DiagnosticDescriptor Registers = new("GAN1660", DiagnosticSeverity.Warning, "Registers of a chip are written as real numbers", """
        NIR describes neurons in real numbers. The registers of Loihi are written as what they stand for: decays (4096 − δ)/4096, thresholds
        mantissa·2^6, biases mantissa·2^exponent, weights mantissa·2^(exponent + 6). How the chip rounds, wraps and clips is not in the file.
        """);

    /// <summary>GAN1661: something that the file does not hold.</summary>
    public static readonly DiagnosticDescriptor Dropped = new("GAN1661", DiagnosticSeverity.Warning, "Something in the network is not in the file", """
        The network that is read from the file differs: fixed or random spikes of a source have to be given from outside, a population that gets
        its input from a matrix is flat, what a synapse has learned or would learn is left at the weight that it starts from, and hints about
        the form of synapses on a chip and pinned cores are gone.
        """);

    /// <summary>GAN1662: a reset that the reader has to know.</summary>
    public static readonly DiagnosticDescriptor Reset = new("GAN1662", DiagnosticSeverity.Warning, "The file does not say that a spike subtracts the threshold", """
        NIR leaves open what a spike does to the potential. These neurons subtract the threshold: read the file with `--reset subtract`.
        Other programs set the potential to the reset value unless they are told.
        """);

    /// <summary>All diagnostics of this area.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } = [Neurons, Connectivity, Bias, Unwritable, Registers, Dropped, Reset];
}
