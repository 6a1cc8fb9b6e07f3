using Ganglion.ChipSpec.Diagnostics;

namespace Ganglion.ChipSpec.Reading;

/// <summary>Findings about chip specifications, beyond those about any YAML file.</summary>
public static class ChipSpecDiagnostics
{
    /// <summary>Two values do not fit together.</summary>
    public static readonly DiagnosticDescriptor Inconsistent = Error("GAN1030", "Values of the chip specification contradict each other", """
        Every value is allowed by itself, but not beside the others: a range whose `min` is above its `max`, a list that must ascend and
        does not, a memory budget without the packing rule that says how it fills, more cores than any chip has, a family
        whose arithmetic needs a number that is missing.

        The message names both sides. Example: `weightBits: [1, 8, 4]` must be `[1, 4, 8]`.
        """);

    /// <summary>A name is used twice.</summary>
    public static readonly DiagnosticDescriptor DuplicateName = Error("GAN1031", "A name stands twice in the chip specification", """
        Price tables, neuron models and sources are referred to by name, so every name may stand once. Rename or remove one of the two.
        """);

    /// <summary>A name has characters that commands could not pass.</summary>
    public static readonly DiagnosticDescriptor BadName = Error("GAN1032", "A name in the chip specification is not a plain word", """
        Names of chips, price tables, neuron models and sources are used in commands and in other places of the file. They begin with a
        letter and go on with letters, digits, `-`, `_` or `.`, and have at most 64 characters. Example: `loihi1`, `davies2018`.
        """);

    /// <summary>No preset has this name.</summary>
    public static readonly DiagnosticDescriptor UnknownPreset = Error("GAN1033", "No chip has this name", """
        The name is neither one of the presets that come along (`ganglion chips` lists them) nor the path of a chip specification. A path
        needs its ending: `./mychip.yaml`.
        """);

    /// <summary>All of them, in the order of their codes.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } = [Inconsistent, DuplicateName, BadName, UnknownPreset];

    private static DiagnosticDescriptor Error(string code, string title, string explanation) =>
        new(code, DiagnosticSeverity.Error, title, explanation);
}
