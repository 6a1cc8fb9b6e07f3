using Ganglion.ChipSpec.Diagnostics;

namespace Ganglion.Compiler.Diagnostics;

public static partial class CompilerDiagnostics
{
    /// <summary>One neuron alone does not fit into a core.</summary>
    public static readonly DiagnosticDescriptor NeuronExceedsCore = Error(
        "GAN2201", "One neuron alone needs more than a core offers",
        """
        Populations are split over cores, but a neuron is not: all its synapses end at one compartment of one core. This neuron's synapses need
        more incoming axons, synapse memory, formats, fan-in or outgoing axons than a core has.

        Example: 5000 sources onto one neuron of a chip with 4096 incoming axons per core. Reduce the fan-in, e.g. by an intermediate
        population, or use fewer weight bits.
        """);

    /// <summary>The chip has too few cores.</summary>
    public static readonly DiagnosticDescriptor TooFewCores = Error(
        "GAN2202", "The network needs more cores than the chip has",
        """
        The network was split over cores until every limit of a core held, and the number of cores exceeds that of the chip. The message
        names the limit that ended most cores.

        Reduce what the limit counts (fewer synapses or weight bits for memory, fewer sources for axons), use several chips, or prototype on
        `unbounded`.
        """);

    /// <summary>A core that the user filled does not fit.</summary>
    public static readonly DiagnosticDescriptor PinnedCoreOverfull = Error(
        "GAN2203", "A core holds more than it can",
        """
        Neurons that are pinned to a core stay there, and this core's share exceeds one of its limits.

        Pin fewer neurons to this core, or leave their placement to the compiler.
        """);

    /// <summary>Splitting for outgoing axons does not end.</summary>
    public static readonly DiagnosticDescriptor OutAxonsNotConverging = Error(
        "GAN2204", "Outgoing axons do not fit",
        """
        A neuron needs one outgoing axon per core that it reaches. Splitting a core to give its neurons more axons also splits the targets of
        others, which then need more themselves; here this did not come to rest.

        Reduce the fan-out of the network, or the number of cores that its targets are spread over.
        """);

    /// <summary>Delay slots times compartments exceed the accumulators of a core.</summary>
    public static readonly DiagnosticDescriptor TooManyDelays = Error(
        "GAN2205", "A core has too many compartments for its delays",
        """
        A core has 65,536 dendrite accumulators: compartments, rounded up to a power of two, times delay slots, rounded up likewise.

        Example: 2000 neurons pinned to one core with delays up to 40 timesteps need 2048 · 64. Pin fewer neurons to the core or shorten the
        delays.
        """);

    /// <summary>The synapses need more memory than the whole chip has.</summary>
    public static readonly DiagnosticDescriptor TooManySynapses = Error(
        "GAN2206", "The synapses need more memory than the whole chip has",
        """
        Even packed as tightly as the chip can, without headers, the synapses exceed the synapse memory of all its cores.

        Reduce the synapses or the weight bits, use several chips, or prototype on `unbounded`.
        """);

    /// <summary>A pinned core does not exist.</summary>
    public static readonly DiagnosticDescriptor PinnedCoreMissing = Error(
        "GAN2301", "A neuron is pinned to a core that does not exist",
        """
        Cores are numbered from 0: tile · cores per tile + core within the tile. The list of pinned cores has one entry per neuron.

        Use cores that the chip has.
        """);

    /// <summary>The routing rule is unknown.</summary>
    public static readonly DiagnosticDescriptor UnsupportedRouting = Error(
        "GAN2302", "The compiler does not know this routing rule",
        """
        The compiler routes a message along x first and then along y, which chip specifications call `xy`. For another rule it could neither
        count hops nor say which links a message loads.

        Set `mesh.routing: xy`, or choose a chip that routes so. Example: `routing: yx` is refused.
        """);
}
