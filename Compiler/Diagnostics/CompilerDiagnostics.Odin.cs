using Ganglion.ChipSpec.Diagnostics;

namespace Ganglion.Compiler.Diagnostics;

public static partial class CompilerDiagnostics
{
    /// <summary>A neuron excites and inhibits.</summary>
    public static readonly DiagnosticDescriptor MixedSigns = Error(
        "GAN2431", "A neuron has weights of both signs, and the chip has one sign for each source",
        """
        A weight of ODIN is 0 to 7; whether it excites or inhibits is a register of its source, for all of its synapses, over all projections
        that leave it.

        Split the population in an excitatory and an inhibitory one, or train with one sign for each neuron. A spike source is split by giving
        both halves the same spikes. Example: 64 inputs with weights of both signs become 64 that excite and 64 that inhibit.
        """);

    /// <summary>More neurons and sources than slots.</summary>
    public static readonly DiagnosticDescriptor TooManySlots = Error(
        "GAN2432", "The network has more neurons and spike sources than the chip has slots",
        """
        ODIN has one core with 256 neurons, each with one row of synapses. A spike of a source is an event that makes the row of a neuron act,
        so a source takes the place of a neuron. Where no neuron has synapses of its own, the chip need not follow the spikes of its neurons,
        and 256 sources and 256 neurons share the rows.

        Use fewer neurons or fewer sources. Example: 202 neurons and 64 sources need 266 slots where neurons reach other neurons.
        """);

    /// <summary>Currents or potentials that decay.</summary>
    public static readonly DiagnosticDescriptor ExponentialDecay = Error(
        "GAN2433", "The chip has no exponential decay",
        """
        The potential of ODIN's neurons keeps its value from event to event, and there is no synaptic current. The only leak is constant: a
        time reference takes a fixed amount, down to 0.

        Use integrate-and-fire neurons (model `if`); a negative `current` becomes a constant leak. Example: `{model: if, threshold: 1,
        current: -0.1}` in place of `{model: lif, tauMembrane: 0.01, threshold: 1}`.
        """);

    /// <summary>A constant drive.</summary>
    public static readonly DiagnosticDescriptor PositiveBias = Error(
        "GAN2434", "The chip has no bias",
        """
        Only synapses raise the potential of ODIN's neurons. A bias below 0 becomes the constant leak; one above 0 has no counterpart.

        Add a spike source that fires in every timestep, with the bias as weight. Example: `{poisson: {probability: 1}}`.
        """);

    /// <summary>Neurons that never fire.</summary>
    public static readonly DiagnosticDescriptor OdinIntegrator = Error(
        "GAN2435", "The chip's neurons all fire",
        """
        Thresholds of ODIN have 8 bits and so have its potentials: a potential of 255 fires whatever the threshold. A neuron that only
        integrates, and whose potential is read, is not possible.

        Give the neurons a threshold, and read their spikes.
        """);

    /// <summary>Several synapses between two neurons.</summary>
    public static readonly DiagnosticDescriptor RepeatedSynapse = Error(
        "GAN2436", "Two neurons are joined by several synapses, and the chip has one for each pair",
        """
        ODIN's core is a crossbar: there is one synapse from every neuron to every other, with one weight.

        Join them by one synapse with the sum of the weights. Projections between the same populations count together.
        """);

    /// <summary>Populations ask for different settings of the chip.</summary>
    public static readonly DiagnosticDescriptor OdinSettingsDiffer = Error(
        "GAN2437", "Populations ask for different settings of the whole chip",
        """
        The period of time references, and whether unmapped synapses learn and act, hold for all neurons of ODIN. Neurons in physical units
        with a negative bias need a time reference in every timestep, and leave unmapped synapses alone.

        Give all populations the same settings.
        """);

    /// <summary>Spikes of neurons act in the timestep in which they are fired.</summary>
    public static readonly DiagnosticDescriptor SpikesActAtOnce = Warning(
        "GAN2438", "Spikes act earlier on the chip than in the network",
        """
        ODIN has no timestep. In a timestep of the emulator it takes the events that are due, and follows what they cause until nothing is left:
        a spike of a neuron acts in the timestep in which it was fired, a spike of a source in the next. Delays of 0 between neurons say so.
        Delays of 1 come to the same where every way to a population has as many of them, and the population only runs ahead; around loops and
        shortcuts it does not, and the chip computes something else than the network.

        Use delays of 0 between neurons where there is no loop. With a loop, expect the chip to differ from the float reference.
        """);

    /// <summary>Potentials below the reset value are lost.</summary>
    public static readonly DiagnosticDescriptor PotentialStopsAtReset = Warning(
        "GAN2439", "Inhibition and leak stop at the reset value",
        """
        Potentials of ODIN are 0 to 255, and 0 stands for the reset value. Inhibition and leak below it are forgotten, where the network would
        remember them; so neurons fire more often on the chip.

        Train with a floor at the reset value, or check with `ganglion compare NET --chips odin` whether the difference matters.
        """);
}
