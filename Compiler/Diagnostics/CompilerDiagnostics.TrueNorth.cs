using Ganglion.ChipSpec.Diagnostics;

namespace Ganglion.Compiler.Diagnostics;

public static partial class CompilerDiagnostics
{
    /// <summary>The chip has no exponential decay.</summary>
    public static readonly DiagnosticDescriptor DecayNotOffered = Error(
        "GAN2411", "The chip has no exponential decay",
        """
        The neurons of this chip keep their whole potential from one timestep to the next, apart from a constant leak, and have no synaptic
        current. A decay by a fraction, as `lif` and `cubaLif` have, cannot be expressed by it, and the compiler does not replace one by the
        other silently.

        Use integrate-and-fire neurons (`if`), whose constant `current` becomes the leak and may be negative, or a chip with decay. Example:
        `tauMembrane: 0.02` on `truenorth`.
        """);

    /// <summary>A neuron has no threshold.</summary>
    public static readonly DiagnosticDescriptor ThresholdNotFinite = Error(
        "GAN2412", "The chip has no neurons without a threshold",
        """
        An integrator whose potential is the result needs a neuron that never fires. Here the largest threshold lies below the largest
        potential, so every neuron fires in the end.

        Let the output neurons fire and count their spikes. Example: `model: li` without `threshold` on `truenorth`.
        """);

    /// <summary>No axon type gives a weight.</summary>
    public static readonly DiagnosticDescriptor NoAxonType = Error(
        "GAN2413", "A weight is none of the four of its target neuron",
        """
        A crossbar has no weight per synapse: a spike adds the weight that the target neuron gives to the type of the axon, one of four. An
        integer weight of a projection must therefore equal one of `weight0` to `weight3` of its target; the compiler finds the types.

        Use one of the four, give the neuron other weights, or describe neurons and weights in physical units and let the compiler build
        weights from several axons. Example: weight 3 onto a neuron with the weights 1, −1, 0 and 0.
        """);

    /// <summary>A neuron reaches more axons than a core has compartments.</summary>
    public static readonly DiagnosticDescriptor TooManyCopies = Error(
        "GAN2414", "A neuron reaches more axons than its core has compartments",
        """
        A neuron sends its spikes to one axon of one core. To reach several, it is copied within its core: each copy takes a compartment, has
        the same input and fires the same spikes. Each core that holds targets, each delay, each projection and each digit of the weights is
        an axon of its own.

        Use fewer targets, so that fewer cores hold them, equal delays, or a population that passes the spikes on. Example: one neuron onto
        100,000 others, which fill 391 cores.
        """);

    /// <summary>A mode of the neuron that the chip lacks.</summary>
    public static readonly DiagnosticDescriptor ModeNotOffered = Error(
        "GAN2415", "The chip does not offer this mode of its neurons",
        """
        Chips of one family share a neuron, but not all of its modes: stochastic synapses, leaks and thresholds, leak reversal, saturation at
        the negative threshold, no reset. A chip lists those that it has as `compartment.modes`.

        Leave the mode out, or use a chip that has it. Example: `thresholdMask: 7` on `ranc`.
        """);

    /// <summary>A destination is too far away.</summary>
    public static readonly DiagnosticDescriptor DestinationOutOfReach = Error(
        "GAN2416", "A destination is farther away than a message can be addressed",
        """
        A message carries the offset of its destination in tiles along x and y, and the offsets have few bits: `mesh.reach` of the chip.

        Pin the populations closer to each other, or leave their place to the compiler.
        """);

    /// <summary>The weights of a projection are coarse.</summary>
    public static readonly DiagnosticDescriptor CoarseWeights = Warning(
        "GAN2417", "The weights of a projection are coarse",
        """
        A weight in physical units is a sum of up to four weights of the target neuron, one for each axon that the source has in its core. A
        core has 256 axons: 64 sources have four axons each, 128 have two, and more have one, which leaves weights of 4, 2 or 1 bit. The types
        of these axons are shared by all targets on the core. The message says by how much the weights then differ from the given ones.

        Reduce the number of sources of a neuron, train with such weights, or check whether the result is good enough.
        """);
}
