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

    /// <summary>All diagnostics of this area.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } = [TooLarge];
}
