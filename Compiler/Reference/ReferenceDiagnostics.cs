using Ganglion.ChipSpec.Diagnostics;

namespace Ganglion.Compiler.Reference;

/// <summary>What can be wrong with a network that is to run in double precision, without a chip.</summary>
public static class ReferenceDiagnostics
{
    /// <summary>GAN2090: more neurons or synapses than the reference simulation holds.</summary>
    public static readonly DiagnosticDescriptor TooLarge = new(
        "GAN2090",
        DiagnosticSeverity.Error,
        "The network is too large for the double-precision reference",
        """
        The reference simulation keeps every neuron (about 120 bytes) and every synapse (12 to 16 bytes) of the network in memory in double
        precision. It refuses networks of more than 33,554,432 neurons, or of more than 536,870,912 synapses in one projection, rather than
        exhaust the memory of the machine.

        Run a smaller network without a chip, or map this one to a chip, where it is held more densely.
        """);

    /// <summary>GAN2091: a neuron model exists in a chip's integers alone.</summary>
    public static readonly DiagnosticDescriptor NoReference = new(
        "GAN2091",
        DiagnosticSeverity.Error,
        "A neuron model has no floating-point reference",
        """
        The reference simulation runs neurons in physical units, and registers of Loihi 1 read as real numbers. Other neurons are given as
        registers of one chip family, and what they compute is defined by its integers: rounding, saturation and order are part of the model,
        not a loss against some exact network.

        Run the network on a chip that has the model. Example: a `loihi2` population with `--chip loihi2` rather than `--chip none`.
        `ganglion compare` then shows the chips alone.
        """);

    /// <summary>GAN2092: a projection learns.</summary>
    public static readonly DiagnosticDescriptor NoLearning = new(
        "GAN2092",
        DiagnosticSeverity.Error,
        "A projection that learns has no floating-point reference",
        """
        The reference simulation has static weights. A learning rule is defined by the integers of the learning engine: traces of 7 bits,
        weights of 8 bits and stochastic rounding are part of it. To run the network with its initial weights instead would answer another
        question.

        Run the network on a chip that learns, or take `plasticity` and `thirdFactor` out to see what the initial weights do. Example:
        `--chip loihi1` rather than `--chip none`. `ganglion compare` then shows the chips alone.
        """);

    /// <summary>All diagnostics of this area.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } = [TooLarge, NoReference, NoLearning];
}
