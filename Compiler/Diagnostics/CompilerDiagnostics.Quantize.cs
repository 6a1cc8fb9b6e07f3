using Ganglion.ChipSpec.Diagnostics;

namespace Ganglion.Compiler.Diagnostics;

public static partial class CompilerDiagnostics
{
    /// <summary>Weights were clipped to the largest that the format holds.</summary>
    public static readonly DiagnosticDescriptor ClippedWeights = Warning(
        "GAN2101", "Weights were clipped",
        """
        Some weights lie beyond the largest mantissa at the largest exponent, and were replaced by it.

        This happens when thresholds or biases are so much larger than the weights allow that no common scale fits. Use smaller weights.
        """);

    /// <summary>Weights became zero.</summary>
    public static readonly DiagnosticDescriptor LostWeights = Warning(
        "GAN2102", "More than five percent of the weights became zero",
        """
        A projection has one exponent, and its mantissas have few bits, so weights below half of the smallest step become 0. Their synapses
        stay in memory and still count as synaptic events, but have no effect.

        Small weights beside large ones are the usual cause: use more weight bits, prune, or move large weights to a projection of their own.
        """);

    /// <summary>Neurons can never fire.</summary>
    public static readonly DiagnosticDescriptor DeadNeurons = Warning(
        "GAN2103", "Neurons cannot reach their threshold",
        """
        Even if all excitatory synapses of these neurons were active in every timestep, the potential would stay at or below the threshold.

        This may be meant, or the result of rounding. Compare with the float reference; raise weights or lower thresholds.
        """);

    /// <summary>Neurons always fire.</summary>
    public static readonly DiagnosticDescriptor SaturatedNeurons = Warning(
        "GAN2104", "Neurons fire without input whenever they may",
        """
        The bias of these neurons exceeds their threshold, so that they fire in every timestep that their refractory period leaves.

        Lower the bias or raise the threshold.
        """);

    /// <summary>The sum of contributions may wrap.</summary>
    public static readonly DiagnosticDescriptor SumMayOverflow = Warning(
        "GAN2105", "The input of one timestep may overflow",
        """
        A dendrite accumulator holds 16 bits and wraps. If all synapses of one sign were active in the same timestep, their sum would exceed
        32767 weight units. The compiler prefers full weight resolution over this worst case, which real activity rarely comes near.

        If it can happen, use fewer weight bits or smaller weights.
        """);

    /// <summary>The synaptic current may wrap.</summary>
    public static readonly DiagnosticDescriptor CurrentMayOverflow = Warning(
        "GAN2106", "The synaptic current may overflow",
        """
        The synaptic current holds 24 bits and wraps. If all synapses of one sign were active in every timestep, a slowly decaying current
        would grow beyond 2^23. The compiler prefers full weight resolution over this worst case, which real activity rarely comes near.

        If it can happen, use a faster current decay or smaller weights.
        """);

    /// <summary>A threshold was rounded by more than one percent.</summary>
    public static readonly DiagnosticDescriptor ThresholdRounded = Warning(
        "GAN2107", "A threshold was rounded by more than one percent",
        """
        Thresholds share their scale with the weights. Where the weights are large compared with the threshold, few units are left for it.

        Usually harmless, as a single spike already exceeds such a threshold. Otherwise use smaller weights.
        """);

    /// <summary>A threshold lies below the reset value.</summary>
    public static readonly DiagnosticDescriptor NegativeThreshold = Error(
        "GAN2108", "A threshold lies below the reset value",
        """
        Potentials are stored relative to the reset value, and the threshold register holds no negative numbers.

        Raise the threshold or lower the reset value.
        """);

    /// <summary>A bias does not fit.</summary>
    public static readonly DiagnosticDescriptor BiasOutOfRange = Warning(
        "GAN2109", "A bias was clipped",
        """
        A bias is a 13-bit mantissa with an exponent up to 7. This one is larger even at the smallest useful scale, and was replaced by the
        largest that fits.

        Use a smaller bias; one above the threshold makes the neuron fire all the time anyway.
        """);

    /// <summary>An initial potential does not fit.</summary>
    public static readonly DiagnosticDescriptor InitialStateOutOfRange = Warning(
        "GAN2110", "An initial potential was clipped",
        """
        The membrane potential is limited to ±(2^23 − 1), and for integrators that never fire to 2^21 − 1.

        Use a smaller initial potential.
        """);

    /// <summary>An integrator may reach the limit of its potential.</summary>
    public static readonly DiagnosticDescriptor IntegratorMaySaturate = Warning(
        "GAN2111", "An integrator may saturate",
        """
        A population without threshold is given the largest threshold and an upper limit of the potential below it, 2^21 − 1, so that it never
        fires. If all synapses of one sign were active in every timestep, its potential would reach the limit and stay there.

        Use smaller weights, a leak, or shorter runs.
        """);

    /// <summary>No scale brings the numbers of a population into registers.</summary>
    public static readonly DiagnosticDescriptor NoScale = Error(
        "GAN2112", "The numbers of a population are too far apart",
        """
        Weights, thresholds, biases and potentials of a population share one scale. Here one of them, or a product with a gain, is so large
        or so small that the scale itself is no longer a number.

        Use units in which thresholds are near 1. Example: a weight of 1e300 with a gain of 1e300.
        """);

    /// <summary>The chip's family is not calibrated.</summary>
    public static readonly DiagnosticDescriptor NotCalibrated = Error(
        "GAN2113", "The numbers of this chip are not calibrated",
        """
        Calibration and the choice of weight formats are for chips of the Loihi family, whose weights have a mantissa and an exponent. Other
        families have one way to hold a weight, and nothing to choose.

        Leave `--calibrate` and `--weight-formats` out. Example: `ganglion compile net.nir --chip xylo-a2` without them.
        """);
}
