using Ganglion.ChipSpec.Diagnostics;

namespace Ganglion.Compiler.Diagnostics;

/// <summary>What counting finds before anything is mapped, <c>GAN26xx</c>.</summary>
public static class FitDiagnostics
{
    /// <summary>A resource of all cores together does not suffice.</summary>
    public static readonly DiagnosticDescriptor NotEnoughCores = new(
        "GAN2601", DiagnosticSeverity.Error, "A resource of all cores together does not suffice", """
        The whole network needs more of a resource than all cores of the chip have together, however it is mapped: more compartments for its
        neurons, more axons for its connections, or more bits for its synapses. The amount is a lower bound that no mapping can undercut: a
        core holds so many targets at most, so a neuron with more of them needs an axon for each of several cores.

        The report names the limit that binds and what would help. Example: 200,000 neurons on `loihi1`, whose 128 cores have 1024
        compartments each, need at least 196 cores.
        """);

    /// <summary>The synapses probably do not fit.</summary>
    public static readonly DiagnosticDescriptor ProbablyTooLarge = new(
        "GAN2602", DiagnosticSeverity.Warning, "The network probably needs more cores than the chip has", """
        Counted in full, the network exceeds the chip, but the count is no proof. On chips where axons share equal lists of synapses, as
        `loihi1` does for convolutions, the memory depends on how many lists are equal. Synapses that a random rule or a chain of maps
        describes are counted only up to a limit, beyond which their expected number is taken.

        Map the network to be sure: `ganglion compile`. Example: 40 million synapses of 9 bits with weights that all differ, on `loihi1`.
        """);

    /// <summary>A change with which the network fits.</summary>
    public static readonly DiagnosticDescriptor WouldFit = new(
        "GAN2603", DiagnosticSeverity.Info, "A change with which the network fits", """
        The chip cannot hold the network as it is. The compiler changed one thing after the other (fewer weight bits, no pinned neurons,
        shorter delays, other chips) and names the smallest change of each kind with which nothing is exceeded any more.

        Where it says `fits`, the changed network was mapped. Where it says that no limit is exceeded that can be counted, the network was too
        large to be mapped on trial. Whether the changed network still works as well is for you to see.

        Example: `fits on 7 cores with 6-bit weights`; compile it with `--weight-bits 6`.
        """);

    /// <summary>All kinds, ascending by code.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All => [NotEnoughCores, ProbablyTooLarge, WouldFit];
}
