using Ganglion.ChipSpec.Diagnostics;

namespace Ganglion.Compiler.Import.SanaFe;

/// <summary>Findings that are particular to networks in SANA-FE's YAML.</summary>
public static class SanaFeDiagnostics
{
    /// <summary>An address, a range or an edge cannot be read.</summary>
    public static readonly DiagnosticDescriptor Address = Error("GAN1301", "An address that cannot be read", """
        Neurons are addressed as `group.3`, ranges as `group.0..7`, whole groups by their name, edges as `source.0 -> target.1` or
        `source -> target`, and cores as `tile.core`.

        Correct the address. Example: `- a.0 -> b.3: {weight: 5}`; core 2 of tile 11 is `core: 11.2`.
        """);

    /// <summary>An address names something that does not exist.</summary>
    public static readonly DiagnosticDescriptor Unknown = Error("GAN1302", "An address of something that does not exist", """
        An edge or a mapping names a group that is not described, or a neuron that its group does not have, or a core that a tile does not
        have: a tile has the cores 0 to 3.

        Correct the name or the number. Example: a group with `neurons: [0..7: {}]` has the neurons 0 to 7.
        """);

    /// <summary>A value has no exact counterpart in the registers of the chip.</summary>
    public static readonly DiagnosticDescriptor NotExact = Error("GAN1303", "A value without an exact counterpart in registers", """
        SANA-FE computes with real numbers, the chip with integers. A network is taken when both compute the same, and refused otherwise:
        thresholds 0 to 131,071, weights up to 255 in magnitude (or such a number times a power of two up to 128), biases and potentials
        in multiples of 1/64, `leak_decay` in multiples of 1/4096, `input_decay` 0 or 1.

        Scale thresholds, weights and biases of the network by a common factor, and round. Example: thresholds of 1.0 with weights of
        0.25 become thresholds of 4 with weights of 1.
        """);

    /// <summary>A feature is not taken.</summary>
    public static readonly DiagnosticDescriptor Unsupported = Error("GAN1304", "A feature of SANA-FE that is not taken", """
        Taken are leaky integrate-and-fire neurons with hard reset to 0 and no reverse threshold, edges between neurons and `dense` edges
        between groups, and delays of one timestep, which is what SANA-FE's Loihi architecture computes.

        Express the network with these. Example: write a `conv2d` edge out as edges between neurons.
        """);

    /// <summary>Neurons are missing, described twice or mapped twice.</summary>
    public static readonly DiagnosticDescriptor Neurons = Error("GAN1305", "Neurons that are missing, or there twice", """
        A group describes its neurons from 0 without gaps, each once; when there are mappings, they put every neuron on one core.

        Add or remove the entry. Example: `neurons: [0..2: {}, 4: {}]` lacks neuron 3.
        """);

    /// <summary>All findings of this area.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } = [Address, Unknown, NotExact, Unsupported, Neurons];

    private static DiagnosticDescriptor Error(string code, string title, string explanation) =>
        new(code, DiagnosticSeverity.Error, title, explanation);
}
