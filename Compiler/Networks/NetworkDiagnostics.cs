using Ganglion.ChipSpec.Diagnostics;

namespace Ganglion.Compiler.Networks;

/// <summary>Findings about a described network, whatever it was read from.</summary>
public static class NetworkDiagnostics
{
    /// <summary>A name is missing or used twice.</summary>
    public static readonly DiagnosticDescriptor Name = Error("GAN2051", "A name is missing or used twice", """
        Populations and spike sources share one set of names, projections have another; within each, every name stands for one thing,
        because projections, outputs, probes and reports refer to elements by name.

        Rename one of the two. Example: two populations `layer` become `layer1` and `layer2`.
        """);

    /// <summary>A name refers to nothing.</summary>
    public static readonly DiagnosticDescriptor UnknownName = Error("GAN2052", "A name refers to a population that does not exist", """
        A projection or an output names a population or source that the network does not have. Names are case-sensitive.

        Correct the name, or add the population. Example: `target: hiden` where the population is called `hidden`.
        """);

    /// <summary>A shape is empty or negative.</summary>
    public static readonly DiagnosticDescriptor Shape = Error("GAN2053", "A shape is empty or has an extent below 1", """
        A population has at least one neuron. Its shape lists the extents, outermost first: `[128]` is 128 neurons in a row,
        `[16, 8, 8]` 16 channels of 8 × 8.

        Correct the shape, or leave the population out.
        """);

    /// <summary>The network is too large.</summary>
    public static readonly DiagnosticDescriptor TooLarge = Error("GAN2054", "The network is larger than this program handles", """
        Networks have at most 100 million neurons and 4 thousand million synapses. The limit keeps a slip of the pen, such as a
        population of 10^9 neurons, from filling the memory of the machine. Nothing was allocated.

        Check the shapes and the connection probabilities. Example: `size: 1000000000` where `size: 1000` was meant.
        """);

    /// <summary>A parameter has the wrong number of values.</summary>
    public static readonly DiagnosticDescriptor ParameterCount = Error("GAN2055", "A parameter has the wrong number of values", """
        A parameter of a population is one value that holds for all of its neurons, or a list with a value for each.

        Give one value, or as many as the population has neurons. Example: a population of shape `[2, 3]` takes 1 or 6 thresholds.
        """);

    /// <summary>A parameter has an impossible value.</summary>
    public static readonly DiagnosticDescriptor Parameter = Error("GAN2056", "A neuron parameter has a value that makes no sense", """
        A parameter is not a number, infinite, or outside of the range in which its equation is stable. A decay outside of −1 to 1 lets
        a state grow without bound; it comes from a time constant that is negative, zero, or with the Euler rule shorter than half a
        timestep.

        Correct the value. Where a time constant is short, use a shorter timestep or the exponential rule. Example: τ = 0.2 ms with a
        timestep of 1 ms gives the decay 1 − 5 = −4.
        """);

    /// <summary>A register value does not fit its register.</summary>
    public static readonly DiagnosticDescriptor Register = Error("GAN2057", "A value does not fit its register", """
        Neurons and weights that are given as register values must fit the registers of the chip: Davies et al. 2018, IEEE Micro 38(1).
        For example a threshold mantissa has 17 bits, 0 to 131,071, and the threshold is that mantissa times 64.

        Use a value in the range, or describe the neurons in physical units and let the compiler choose the registers.
        """);

    /// <summary>A connectivity does not fit its populations.</summary>
    public static readonly DiagnosticDescriptor Connectivity = Error("GAN2058", "A projection does not fit the populations it connects", """
        Every connectivity needs populations of matching size: one-to-one the same number of neurons, a matrix as many rows as the
        target and as many columns as the source has neurons, a convolution an input and an output of the right shape. Weights must be
        finite, probabilities 0 to 1, delays whole timesteps.

        The message says which number does not agree. Example: a convolution of (2, 34, 34) with a 5 × 5 kernel, stride 2 and padding 1
        gives 16 × 16 positions, so a target of 16 channels has the shape `[16, 16, 16]`.
        """);

    /// <summary>A loop takes no time.</summary>
    public static readonly DiagnosticDescriptor ZeroDelayLoop = Error("GAN2059", "A loop of projections takes no time", """
        A delay of 0 means that a spike acts within its own timestep. Around a loop of such projections a spike would have to act before
        it is fired, so at least one projection of every loop needs a delay of 1 or more.

        Give one projection of the loop a delay of 1. Example: a population that inhibits itself with `delay: 0`.
        """);

    /// <summary>A spike source is inconsistent.</summary>
    public static readonly DiagnosticDescriptor Source = Error("GAN2060", "A spike source is inconsistent", """
        A spike list is ordered by timestep and, within a timestep, by neuron; its neurons lie in the source, and its timesteps are 0 or
        above. The probability of a Poisson source is 0 to 1 per timestep: a rate in Hz times the timestep in seconds.

        Correct or sort the list; lower the rate or shorten the timestep. Example: 2,000 Hz with a timestep of 1 ms would need a
        probability of 2.
        """);

    /// <summary>A projection ends at a source.</summary>
    public static readonly DiagnosticDescriptor TargetIsSource = Error("GAN2061", "A projection ends at a spike source", """
        Spike sources produce spikes and take none; only populations of neurons can be targets.

        Exchange source and target, or project to a population. Example: `input -> hidden`, not `hidden -> input`.
        """);

    /// <summary>Pinned cores do not fit the population.</summary>
    public static readonly DiagnosticDescriptor PinnedCores = Error("GAN2062", "Pinned cores do not fit the population", """
        A population that is pinned names one physical core, 0 or above, for every neuron, so that a published mapping can be
        reproduced core by core.

        Pin all neurons of the population, or none. Example: a population of 3 neurons takes the cores `[0, 0, 1]`.
        """);

    /// <summary>The timestep is not a duration.</summary>
    public static readonly DiagnosticDescriptor Timestep = Error("GAN2063", "The timestep is not a duration", """
        The duration of a timestep is a finite number of seconds above 0. It turns rates in Hz into probabilities and time constants
        into decays.

        Correct the value. Example: `timestep: 0.001` is a millisecond.
        """);

    /// <summary>The network has no population.</summary>
    public static readonly DiagnosticDescriptor Empty = Error("GAN2064", "The network is empty", """
        A network has at least one population of neurons or spike sources; there is nothing to map or to run without one.

        Add a population. Example: `populations: {a: {size: 10, neurons: {model: if, threshold: 1}}}`.
        """);

    /// <summary>A projection feeds a receptor that its target lacks.</summary>
    public static readonly DiagnosticDescriptor Receptor = Error("GAN2065", "A projection feeds a receptor that its target does not have", """
        Most neuron models have one receptor, number 0. Some have two that gather their input apart: the two synapse states of Xylo, or the
        real and the imaginary part of a resonate-and-fire neuron.

        Use a receptor that the model has. Example: `receptor: 1` needs a target such as a resonate-and-fire population.
        """);

    /// <summary>All findings of this area.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } =
    [
        Name, UnknownName, Shape, TooLarge, ParameterCount, Parameter, Register, Connectivity, ZeroDelayLoop, Source, TargetIsSource,
        PinnedCores, Timestep, Empty, Receptor,
    ];

    private static DiagnosticDescriptor Error(string code, string title, string explanation) =>
        new(code, DiagnosticSeverity.Error, title, explanation);
}
