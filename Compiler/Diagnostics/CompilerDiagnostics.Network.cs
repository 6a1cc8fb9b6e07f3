using Ganglion.ChipSpec.Diagnostics;

namespace Ganglion.Compiler.Diagnostics;

public static partial class CompilerDiagnostics
{
    /// <summary>The chip's family has no lowering.</summary>
    public static readonly DiagnosticDescriptor UnsupportedFamily = Error(
        "GAN2001", "The compiler cannot target this chip family",
        """
        A network is lowered to the integers of a chip family. The `family` of this chip specification names one that the compiler does not
        know, so it cannot say what a weight or a threshold would become.

        Use a chip whose family is supported (`ganglion chips` lists them), or set `family: loihi` if the chip computes as Loihi does.
        """);

    /// <summary>The chip does not offer a population's neuron model.</summary>
    public static readonly DiagnosticDescriptor UnsupportedModel = Error(
        "GAN2002", "The chip does not offer this neuron model",
        """
        Every core updates its compartments by a fixed model, e.g. `loihi-cuba-lif`. The model that this population needs is not in the chip's
        list `compartment.models`.

        Describe the population with a model that the chip has, or choose another chip.
        """);

    /// <summary>A spike subtracts the threshold, but the chip resets to zero.</summary>
    public static readonly DiagnosticDescriptor SubtractiveReset = Error(
        "GAN2003", "The chip resets to a value and cannot subtract the threshold",
        """
        On chips of the Loihi family a spike sets the membrane potential to 0. With a subtractive reset the rest above the threshold would
        stay, which changes the firing rate, so the compiler does not replace one by the other silently.

        Reset to a value instead (for imported files: `--reset zero`), best already when the network is trained.
        """);

    /// <summary>A delay is not representable.</summary>
    public static readonly DiagnosticDescriptor DelayOutOfRange = Error(
        "GAN2004", "A delay is outside the chip's range",
        """
        A spike takes one timestep to act, and a synapse can add a delay from the range `synapse.delay` of the chip: 0 to 62 timesteps on
        Loihi, so a network's delay may be 1 to 63. Delay 0, within the same timestep, becomes one timestep; populations further down the
        pipeline run that much later, which can lengthen delays that bypass them.

        Shorten the delay, use a longer timestep, or insert a relay population.
        """);

    /// <summary>A refractory period is not representable.</summary>
    public static readonly DiagnosticDescriptor RefractoryOutOfRange = Error(
        "GAN2005", "A refractory period is outside the chip's range",
        """
        The refractory counter of a compartment has few bits: 1 to 63 timesteps on Loihi, where 1 lets a neuron fire in every timestep.

        Shorten the period or use a longer timestep.
        """);

    /// <summary>A register value does not fit its register.</summary>
    public static readonly DiagnosticDescriptor RegisterOutOfRange = Error(
        "GAN2006", "A register value does not fit its register",
        """
        Populations given as register values are loaded as they are, so every value must fit: decays 0 to 4096, threshold mantissa 0 to
        131071, bias mantissa −4096 to 4095 and exponent 0 to 7, potential limits by exponent, state within its width.

        Example: threshold mantissa 200000. Scale weights, bias and threshold down together, or give physical units and let the compiler
        choose the scale.
        """);

    /// <summary>A weight format is not one of the chip's.</summary>
    public static readonly DiagnosticDescriptor WeightFormatNotStorable = Error(
        "GAN2007", "The chip cannot store weights in this format",
        """
        A synapse memory offers certain widths (`synapse.weightBits`) and a range of exponents (`synapse.weightExponent`). Loihi has no 7-bit
        format, and exponents from −8 to 7.

        Choose a listed width and exponent, or give physical weights and let the compiler choose.
        """);

    /// <summary>Physical and integer units are mixed.</summary>
    public static readonly DiagnosticDescriptor WeightUnitMismatch = Error(
        "GAN2008", "Weights and neurons use different units",
        """
        Integer weights mean chip units, so the neurons that they reach must be given in registers; physical weights are scaled together with
        the thresholds of the neurons that they reach, so those must be given in physical units.

        Give both in the same kind of unit.
        """);

    /// <summary>A weight is not a number, or an integer weight does not fit.</summary>
    public static readonly DiagnosticDescriptor InvalidWeight = Error(
        "GAN2009", "A weight is not usable",
        """
        Weights are finite. Integer weights are whole mantissas: −256 to 255 for mixed signs, 0 to 255 for excitatory, −255 to 0 for
        inhibitory formats.

        Correct the weight, or use the format with the other sign mode.
        """);

    /// <summary>A decay does not fit the decay register.</summary>
    public static readonly DiagnosticDescriptor DecayNotRepresentable = Error(
        "GAN2010", "A decay is outside what the chip can compute",
        """
        A state keeps a fraction (4096 − δ)/4096 of itself per timestep, between 0 and 1. Forward Euler with a timestep longer than the time
        constant gives a negative fraction, which the chip cannot compute and which oscillates anyway.

        Use a shorter timestep or the exact exponential integrator (`--integrator exact`).
        """);

    /// <summary>A feedback loop takes longer on the chip.</summary>
    public static readonly DiagnosticDescriptor SlowerLoop = Warning(
        "GAN2011", "A feedback loop takes longer on the chip than in the network",
        """
        Every spike takes at least one timestep on a chip. Where a loop contains projections without delay, the loop has more projections than
        timesteps, and no shift of whole populations makes up for it. All delays of 0 become 1, and signals around this loop arrive later
        than described, so results will differ from the float reference.

        Train the network with the delays of the chip, or lengthen delays so that a loop of n projections takes n timesteps or more.
        """);

    /// <summary>The network has more neurons than can be numbered.</summary>
    public static readonly DiagnosticDescriptor NetworkTooLarge = Error(
        "GAN2012", "The network is too large to compile",
        """
        The compiler maps up to 268,435,456 synapses, so that a slip of the pen does not fill this machine's memory, and up to 65,535
        projections.

        Connect fewer neurons, or merge projections. Example: all-to-all between two populations of 50,000 needs 2,500,000,000 synapses.
        """);

    /// <summary>A compiler option contradicts the chip.</summary>
    public static readonly DiagnosticDescriptor InvalidOption = Error(
        "GAN2013", "A compiler option does not fit the chip",
        """
        The options must fit the chip: weight bits must be one of `synapse.weightBits`, and the number of cores at least 1.

        Choose a value that `ganglion chips NAME` lists.
        """);
}
