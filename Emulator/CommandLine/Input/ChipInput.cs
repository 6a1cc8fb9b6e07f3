using Ganglion.ChipSpec.Reading;

namespace Ganglion.CommandLine.Input;

/// <summary>Finds the chip that a user names.</summary>
internal static class ChipInput
{
    /// <summary>Word for no chip: the float reference.</summary>
    public const string None = "none";

    /// <summary>Loads a chip specification.</summary>
    /// <param name="chip">Name of a preset, or path of a YAML file.</param>
    /// <exception cref="ChipSpec.Diagnostics.InvalidInputException">There is no such chip, or its file cannot be taken.</exception>
    public static ChipSpec.Spec.ChipSpec Load(string chip) => IsPath(chip) ? ChipSpecReader.ReadFile(chip) : Presets.Load(chip);

    private static bool IsPath(string chip) =>
        chip.Contains('/', StringComparison.Ordinal) || chip.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal)
        || chip.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || chip.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);
}
