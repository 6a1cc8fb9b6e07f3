using Ganglion.ChipSpec.Diagnostics;

namespace Ganglion.Emulator.Faults;

/// <summary>What can be wrong with a fault plan.</summary>
public static class FaultDiagnostics
{
    /// <summary>A part that the machine does not have.</summary>
    public static readonly DiagnosticDescriptor UnknownPart = new(
        "GAN1721", DiagnosticSeverity.Error, "A fault names a part that the machine does not have",
        """
        A fault of a plan is about a core, a link between two neighbouring tiles, a population with its neurons, or a port, and the loaded image
        or the server has none of that name or number. Cores and tiles are those that 'ganglion compile' lists; a core that the network does not
        use has nothing to break. Example: `core: 200` on a chip with 128 cores.
        """);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } = [UnknownPart];
}
