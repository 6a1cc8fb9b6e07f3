using Ganglion.ChipSpec.Diagnostics;

namespace Ganglion.ChipSpec.Reading;

/// <summary>Findings about text files and their YAML, whatever they describe.</summary>
public static class YamlDiagnostics
{
    /// <summary>The file cannot be opened or read.</summary>
    public static readonly DiagnosticDescriptor Unreadable = Error("GAN1001", "The file cannot be read", """
        The path leads to nothing, to a folder, or to a file that may not be read.

        Check the path as it stands in the message, relative to the folder that you are in. Example: `ganglion chips ./mychip.yaml`.
        """);

    /// <summary>The content is not text.</summary>
    public static readonly DiagnosticDescriptor NotText = Error("GAN1002", "The file is not UTF-8 text", """
        A text file was expected, but the content has bytes that are not UTF-8 or control characters that no text has. A file in another
        format (an HDF5 file, a compiled image, an archive) or a text saved as UTF-16 look like this.

        Check that it is the right file, or save it as UTF-8 in your editor.
        """);

    /// <summary>The content goes beyond what is taken.</summary>
    public static readonly DiagnosticDescriptor TooLarge = Error("GAN1003", "The file is beyond what is taken", """
        Files that people write are small. To keep memory and time bounded, a file is refused that is longer, holds more values, longer
        texts or more levels of nesting than the message says.

        Check that it is the right file. A very large network is better described as a `.nir` file or with the C# builder.
        """);

    /// <summary>Nothing is there.</summary>
    public static readonly DiagnosticDescriptor Empty = Error("GAN1004", "The file is empty", """
        The file has no content besides blank lines and comments. An interrupted copy or an editor that has not saved are usual reasons.
        """);

    /// <summary>Not YAML.</summary>
    public static readonly DiagnosticDescriptor Syntax = Error("GAN1005", "The text is not YAML", """
        The text does not follow the rules of YAML at the given place: a bracket or quote that is not closed, a line that is indented less
        or more than its neighbours, a tab in the indentation, or a `key: value` without the space.

        Example of what is right:
        ```yaml
        mesh:
          width: 8
          height: 4
        ```
        """);

    /// <summary>A part of YAML that is not taken.</summary>
    public static readonly DiagnosticDescriptor Forbidden = Error("GAN1006", "A part of YAML that is not taken", """
        Anchors (`&name`), aliases (`*name`), tags (`!name`), directives (`%YAML`) and several documents in one file are refused. No format
        here needs them, and a few lines with aliases can stand for gigabytes.

        Write the value out. A text that begins with one of these characters needs quotes: `"*note"`.
        """);

    /// <summary>Another kind of value was expected.</summary>
    public static readonly DiagnosticDescriptor WrongType = Error("GAN1010", "A value has the wrong type", """
        A number, text, list or mapping was expected, but something else was found. Numbers stand without quotes and without units, in
        decimal (`1024`, `3.5`, `-2e-3`); `true` and `false` without quotes; lists as `[1, 2]` or with a dash per line.
        """);

    /// <summary>A key is missing.</summary>
    public static readonly DiagnosticDescriptor MissingKey = Error("GAN1011", "A required key is missing", """
        The mapping at the given place needs this key, and there is no sensible default. The page of the format in `docs/formats` says
        what it stands for.
        """);

    /// <summary>A key is not known.</summary>
    public static readonly DiagnosticDescriptor UnknownKey = Error("GAN1012", "An unknown key", """
        The mapping at the given place has no such key. Unknown keys are errors, since a misspelt key that is silently ignored changes the
        result without a word. Letter case matters; keys are written in camelCase.

        Example: `compartment: 1024` where `compartments: 1024` is meant.
        """);

    /// <summary>A key stands twice.</summary>
    public static readonly DiagnosticDescriptor DuplicateKey = Error("GAN1013", "A key stands twice", """
        The same key stands twice in one mapping. Readers differ in which of the two they believe, so neither is taken. Remove one.

        Example: a mapping with both `compartments: 1024` and, further down, `compartments: 512`.
        """);

    /// <summary>A number is out of range.</summary>
    public static readonly DiagnosticDescriptor OutOfRange = Error("GAN1014", "A value is out of range", """
        A number, or the number of items of a list, is smaller or larger than allowed; the message gives both ends. Infinity and NaN are
        never allowed.
        """);

    /// <summary>A word is not one of those that are known.</summary>
    public static readonly DiagnosticDescriptor UnknownValue = Error("GAN1015", "An unknown word", """
        The value must be one of a few words, which the message lists; any other would have no meaning here. Letter case matters.

        Example: `routing: XY` where `xy` is known.
        """);

    /// <summary>There is more than is shown.</summary>
    public static readonly DiagnosticDescriptor TooManyViolations = Error("GAN1016", "More findings than are shown", """
        The file has so many findings that only the first are listed. The last ones often follow from the first; correct those and try
        again.
        """);

    /// <summary>All of them, in the order of their codes.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } =
    [
        Unreadable, NotText, TooLarge, Empty, Syntax, Forbidden, WrongType, MissingKey, UnknownKey, DuplicateKey, OutOfRange, UnknownValue,
        TooManyViolations,
    ];

    private static DiagnosticDescriptor Error(string code, string title, string explanation) =>
        new(code, DiagnosticSeverity.Error, title, explanation);
}
