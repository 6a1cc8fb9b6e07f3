using System.Globalization;
using System.Text.RegularExpressions;
using Ganglion.ChipSpec.Reading;
using Ganglion.ChipSpec.Spec;
using Ganglion.ChipSpec.Writing;

namespace Ganglion.CommandLine.Input;

/// <summary>Finds the chip that a user names.</summary>
internal static partial class ChipInput
{
    /// <summary>Word for no chip: the float reference.</summary>
    public const string None = "none";

    /// <summary>Loads a chip specification.</summary>
    /// <param name="chip">Name of a preset, a preset with the size of a board such as <c>loihi1-2x2</c>, or path of a YAML file.</param>
    /// <exception cref="ChipSpec.Diagnostics.InvalidInputException">There is no such chip, or its file cannot be taken.</exception>
    public static ChipSpec.Spec.ChipSpec Load(string chip) => IsPath(chip) ? ChipSpecReader.ReadFile(chip) : LoadBoard(chip) ?? Presets.Load(chip);

    /// <summary>A board of a preset's chips, as <c>loihi1-2x2</c> names it; <see langword="null"/> when the name is no such thing.</summary>
    private static ChipSpec.Spec.ChipSpec? LoadBoard(string name)
    {
        Match match = BoardName().Match(name);
        if (!match.Success || Presets.Names.Contains(name) || !Presets.Names.Contains(match.Groups["chip"].Value))
        {
            return null;
        }

        ChipSpec.Spec.ChipSpec chip = Presets.Load(match.Groups["chip"].Value);
        Board board = new(int.Parse(match.Groups["columns"].Value, CultureInfo.InvariantCulture), int.Parse(match.Groups["rows"].Value, CultureInfo.InvariantCulture));
        ChipSpec.Spec.ChipSpec joined = chip with { Id = name, Name = $"{chip.Name}, board of {board.Columns} x {board.Rows} chips", Mesh = chip.Mesh with { Board = board } };

        // Read back, so that what a file must not say, a name cannot say either.
        return ChipSpecReader.Read(ChipSpecWriter.Write(joined), name);
    }

    [GeneratedRegex("^(?<chip>.+)-(?<columns>[1-9][0-9]{0,2})x(?<rows>[1-9][0-9]{0,2})$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BoardName();

    private static bool IsPath(string chip) =>
        chip.Contains('/', StringComparison.Ordinal) || chip.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal)
        || chip.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || chip.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);
}
