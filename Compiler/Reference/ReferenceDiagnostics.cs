using Ganglion.ChipSpec.Diagnostics;

namespace Ganglion.Compiler.Reference;

/// <summary>What can be wrong with a network that is to run in double precision, without a chip.</summary>
public static class ReferenceDiagnostics
{
    /// <summary>GAN2090: a cycle of projections without delay.</summary>
    public static readonly DiagnosticDescriptor CycleWithoutDelay = new(
        "GAN2090",
        DiagnosticSeverity.Error,
        "A cycle of projections has no delay",
        """
        A projection with a delay of 0 acts within the timestep in which its source fires, so its source population is updated before its
        target. When such projections form a cycle there is no order in which the populations could be updated.

        Give at least one projection of the cycle a delay of 1 or more. Recurrent projections are usually given a delay of 1: what a neuron
        emits in timestep t comes back in timestep t + 1.

        Example: `a -> b` with delay 0 and `b -> a` with delay 0 is a cycle; with delay 1 on `b -> a` it is not.
        """);

    /// <summary>GAN2091: more neurons or synapses than the reference simulation holds.</summary>
    public static readonly DiagnosticDescriptor TooLarge = new(
        "GAN2091",
        DiagnosticSeverity.Error,
        "The network is too large for the double-precision reference",
        """
        The reference simulation keeps every neuron (about 120 bytes) and every synapse (12 to 16 bytes) of the network in memory in double
        precision. It refuses networks of more than 33,554,432 neurons, or of more than 536,870,912 synapses in one projection, rather than
        exhaust the memory of the machine.

        Run a smaller network without a chip, or map this one to a chip, where it is held more densely.
        """);

    /// <summary>All diagnostics of this area.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } = [CycleWithoutDelay, TooLarge];
}
