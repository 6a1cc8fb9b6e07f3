using Ganglion.ChipSpec.Diagnostics;

namespace Ganglion.ChipSpec.Reading;

/// <summary>The chip specifications that come along.</summary>
public static class Presets
{
    private const string Folder = "Presets/";
    private const string Ending = ".yaml";

    /// <summary>Their names, in alphabetical order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. typeof(Presets).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal) && name.EndsWith(Ending, StringComparison.Ordinal))
            .Select(name => name[Folder.Length..^Ending.Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Loads a preset.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <exception cref="InvalidInputException">No preset has this name.</exception>
    public static Spec.ChipSpec Load(string name) => ChipSpecReader.Read(Text(name), name + Ending);

    /// <summary>The text of a preset, with the comments that say where its numbers come from.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <exception cref="InvalidInputException">No preset has this name.</exception>
    public static string Text(string name)
    {
        if (!Names.Contains(name, StringComparer.Ordinal))
        {
            throw new InvalidInputException(
                ChipSpecDiagnostics.UnknownPreset,
                new SourceLocation(Path: "chip"),
                $"no chip is called '{Printable.Shorten(name)}'",
                $"{Suggestion.List(Names)}, or the path of a .yaml file",
                Suggestion.Remedy(name, Names));
        }

        using Stream resource = typeof(Presets).Assembly.GetManifestResourceStream(Folder + name + Ending)!;
        using StreamReader reader = new(resource);
        return reader.ReadToEnd();
    }
}
