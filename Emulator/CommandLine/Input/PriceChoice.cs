using Ganglion.ChipSpec.Reading;

namespace Ganglion.CommandLine.Input;

/// <summary>Finds the price table that a user names.</summary>
internal static class PriceChoice
{
    /// <summary>Index of a price table in the chip's list; the first where none is named, <see langword="null"/> where there is none.</summary>
    /// <param name="chip">The chip.</param>
    /// <param name="name">Name of the table, if the user gives one.</param>
    /// <exception cref="UsageException">The chip has no such table.</exception>
    public static int? Find(ChipSpec.Spec.ChipSpec chip, string? name)
    {
        string[] names = [.. chip.Prices.Select(table => table.Name)];
        if (name is null)
        {
            return names.Length > 0 ? 0 : null;
        }

        int index = Array.IndexOf(names, name);
        return index >= 0
            ? index
            : throw new UsageException(names.Length == 0
                ? $"chip '{chip.Id}' has no price tables; leave --prices out"
                : $"chip '{chip.Id}' has no price table '{name}'; {Suggestion.Remedy(name, names)}");
    }
}
