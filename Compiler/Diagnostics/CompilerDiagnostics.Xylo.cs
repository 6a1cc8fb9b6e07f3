using Ganglion.ChipSpec.Diagnostics;

namespace Ganglion.Compiler.Diagnostics;

public static partial class CompilerDiagnostics
{
    /// <summary>More source neurons than input channels.</summary>
    public static readonly DiagnosticDescriptor TooManyInputChannels = Error(
        "GAN2420", "The network has more source neurons than the chip has input channels",
        """
        On Xylo every neuron of a spike source takes an input channel, and a network has one chip.

        Example: an image of 8 by 8 pixels takes 64 channels, and Xylo Audio 2 has 16. Use fewer source neurons, e.g. by pooling before the
        network, or a chip with more inputs.
        """);

    /// <summary>More hidden neurons than the chip has.</summary>
    public static readonly DiagnosticDescriptor TooManyHiddenNeurons = Error(
        "GAN2421", "The network has more hidden neurons than the chip",
        """
        On Xylo all neurons share one core. Hidden neurons are those of all populations that are not output populations: a population is
        one if the network names it as an output, it reaches no other population, and no spike source reaches it.

        Use fewer neurons. Example: 1200 neurons do not fit the 1000 hidden neurons of Xylo Audio 2.
        """);

    /// <summary>More output neurons than the chip has.</summary>
    public static readonly DiagnosticDescriptor TooManyOutputNeurons = Error(
        "GAN2422", "The network has more output neurons than the chip",
        """
        Spikes leave Xylo by its output neurons. The populations that a network names as outputs, that reach no other population and that no
        spike source reaches, take one for each neuron.

        Example: ten classes do not fit the 8 output neurons of Xylo Audio 2. Use fewer outputs, or a code that needs fewer.
        """);

    /// <summary>More synapses between hidden neurons than the chip stores.</summary>
    public static readonly DiagnosticDescriptor TooManyRecurrentSynapses = Error(
        "GAN2423", "The network has more synapses between hidden neurons than the chip stores",
        """
        Xylo keeps the weights between hidden neurons in a memory of their own; those of input channels and output neurons do not count.

        Use sparser connections. Example: 300 hidden neurons, all connected to all, need 90,000 of 64,000.
        """);

    /// <summary>Projections of one group have different exponents.</summary>
    public static readonly DiagnosticDescriptor SharedWeightShift = Error(
        "GAN2424", "Weights that share a shift have different exponents",
        """
        On Xylo all weights from input channels are shifted to the left by one number of bits, all weights between hidden neurons by another,
        and all weights onto output neurons by a third. Projections of one group therefore have one exponent.

        Give the projections of a group the same `exponent`, and scale their weights instead. Example: of two projections from sources, one
        with exponent 0 and one with exponent 2, the weights of the second can be multiplied by 4.
        """);

    /// <summary>Output neurons lack something that hidden neurons have.</summary>
    public static readonly DiagnosticDescriptor NotOfOutputNeurons = Error(
        "GAN2425", "An alias or receptor is used where it cannot be",
        """
        Output neurons of Xylo have one synapse state and no alias, and no neuron is an alias of itself.

        Use receptor 0 and no alias for populations of output neurons. Example: `alias: 0` for neuron 0 is refused.
        """);

    /// <summary>The chip subtracts the threshold.</summary>
    public static readonly DiagnosticDescriptor ResetToValue = Error(
        "GAN2426", "The chip subtracts the threshold and cannot reset to a value",
        """
        A spike of Xylo takes the threshold off the membrane potential, several times in one timestep where the potential is high enough.
        A neuron that forgets the rest of its potential at a spike would fire at other times.

        Use `resetMode: subtract`, best already in training.
        """);

    /// <summary>Every neuron of the chip can fire.</summary>
    public static readonly DiagnosticDescriptor NoFiniteThreshold = Error(
        "GAN2427", "Neurons need a threshold above 0",
        """
        The threshold of a Xylo neuron is 1 to 32,767, and the membrane potential can reach all of it. A neuron that never fires cannot be
        built; one with a threshold of 0 or below would fire without end.

        Give the neurons a threshold. Example: a leaky integrator as output becomes a spiking neuron whose rate is read instead.
        """);

    /// <summary>Output populations that take hidden neurons.</summary>
    public static readonly DiagnosticDescriptor OutputsAreHidden = Warning(
        "GAN2428", "An output population takes hidden neurons",
        """
        Xylo has no synapses from input channels to output neurons, nor from output neurons to others. A population that the network names as
        an output and that a source reaches, or that reaches another population, takes hidden neurons instead. The emulator shows their
        spikes; the chip does so only when it is read out step by step.

        Put a population between the source and the output, or keep this in mind.
        """);

    /// <summary>Decays of the network and of the chip differ.</summary>
    public static readonly DiagnosticDescriptor DecayRounded = Warning(
        "GAN2429", "A decay was rounded",
        """
        A state of Xylo loses the 2^dash-th part of itself in a timestep, for a whole dash of 0 to 15, and at least 1. Time constants are
        therefore powers of two of the timestep. A synapse state with dash 0 would be empty before its input acts, so 1 is the smallest that
        is used there: the input of a neuron without a synaptic current is spread over a few timesteps, its sum unchanged.

        Choose time constants that are powers of two of the timestep, and at least 2 timesteps for synapses. Example: with a timestep of 1 ms,
        16 ms are exact and 12 ms become 16 ms.
        """);
}
