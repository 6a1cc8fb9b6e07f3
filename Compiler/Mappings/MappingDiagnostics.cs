using Ganglion.ChipSpec.Diagnostics;

namespace Ganglion.Compiler.Mappings;

/// <summary>Findings about mapping plans, <c>GAN231x</c>.</summary>
public static class MappingDiagnostics
{
    /// <summary>A plan was made for another network.</summary>
    public static readonly DiagnosticDescriptor OtherNetwork = new("GAN2310", DiagnosticSeverity.Warning, "A mapping plan was made for another network", """
        A plan carries the hash of the network that it was made for. Here the hash differs, so at least one weight or parameter does. Populations
        and neurons that both networks have keep their cores.

        That is wanted after training the same network further. Otherwise, write a new plan with `ganglion map`.
        """);

    /// <summary>A plan was made for another chip.</summary>
    public static readonly DiagnosticDescriptor OtherChip = new("GAN2311", DiagnosticSeverity.Warning, "A mapping plan was made for another chip", """
        A plan names cores by number, and the same number may be elsewhere on another chip, or missing. What the chip lacks is an error of its
        own; the rest is taken as it stands.

        Write a plan for this chip with `ganglion map`, or correct `chip` in the file.
        """);

    /// <summary>A plan names a population that the network does not have on cores.</summary>
    public static readonly DiagnosticDescriptor UnknownPopulation = Error("GAN2312", "A mapping plan names a population that takes no core", """
        Populations of neurons are named as in the network. Spike sources are outside the cores and have no place in a plan.

        Correct the name, or remove the entry: the compiler places what the plan does not name. Example: `"hiden[0-9]"` for `"hidden[0-9]"`.
        """);

    /// <summary>A plan names neurons beyond a population.</summary>
    public static readonly DiagnosticDescriptor NeuronMissing = Error("GAN2313", "A mapping plan names neurons that their population does not have", """
        Neurons are counted from 0, row by row in a population with a shape, so the last is one less than the size.

        Correct the range. Example: a population of 10 has `[0-9]`; `[0-10]` is refused.
        """);

    /// <summary>A plan places a neuron twice.</summary>
    public static readonly DiagnosticDescriptor NeuronPlacedTwice = Error("GAN2314", "A mapping plan places a neuron twice", """
        A neuron has one compartment of one core. It appears in two ranges, or in a range and in a population that is pinned as a whole.

        Remove one of the two. Example: `"hidden[0-9]"` on core 0 and `"hidden[9-20]"` on core 1 share neuron 9.
        """);

    /// <summary>A plan names a core that the chip does not have.</summary>
    public static readonly DiagnosticDescriptor CoreMissing = Error("GAN2315", "A mapping plan names a core that does not exist", """
        Cores are numbered from 0: tile · cores per tile + core within the tile, tiles column by column.

        Use a core that the chip has; `ganglion chips NAME` says how many there are.
        """);

    /// <summary>A plan uses a core that it forbids.</summary>
    public static readonly DiagnosticDescriptor CoreForbidden = Error("GAN2316", "A mapping plan uses a core that it forbids", """
        Cores under `forbidden` are left alone, but the plan or the network itself puts neurons there.

        Take the core off the list, or put the neurons elsewhere.
        """);

    /// <summary>Neurons of a plan are not written as such.</summary>
    public static readonly DiagnosticDescriptor BadRange = Error("GAN2317", "Neurons or cores of a mapping plan cannot be read", """
        Neurons are written as the name of their population and ranges in brackets: `"hidden[0-99,120,150-199]"`. Ranges include both ends. Cores
        under `forbidden` are numbers or ranges such as `"8-15"`.

        Correct the text. Example: `"hidden 0-99"` lacks its brackets.
        """);

    /// <summary>A core is listed twice.</summary>
    public static readonly DiagnosticDescriptor CoreListedTwice = Error("GAN2318", "A mapping plan lists a core twice", """
        Each core has one entry, whose neurons take compartments in the order of the entry. With two of them, that order would depend on which
        comes first.

        Put the neurons of both entries into one. Example: `{"core": 4, "neurons": ["hidden[0-9]", "output[3]"]}`.
        """);

    /// <summary>The chip orders its neurons itself.</summary>
    public static readonly DiagnosticDescriptor NotFollowed = Error("GAN2319", "The chip's own order of neurons contradicts the mapping plan", """
        On chips with a single core, the compartment of a neuron follows from the network: outputs come last on Xylo, sources follow the neurons
        on ODIN. A plan for such a chip can only say what holds anyway.

        Leave the plan out, or write it anew with `ganglion map`.
        """);

    /// <summary>All findings of this area.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } =
    [
        OtherNetwork, OtherChip, UnknownPopulation, NeuronMissing, NeuronPlacedTwice, CoreMissing, CoreForbidden, BadRange, CoreListedTwice, NotFollowed,
    ];

    private static DiagnosticDescriptor Error(string code, string title, string explanation) =>
        new(code, DiagnosticSeverity.Error, title, explanation);
}
