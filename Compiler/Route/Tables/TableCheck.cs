namespace Ganglion.Compiler.Route.Tables;

/// <summary>Whether a table sends every key in use where it must go.</summary>
internal static class TableCheck
{
    /// <summary>Compares a table with what it stands for: the first entry that matches decides, and keys without one travel straight on.</summary>
    /// <param name="table">The table.</param>
    /// <param name="entries">Disjoint entries that it replaces.</param>
    /// <param name="passing">Blocks of keys that must not match any entry.</param>
    public static bool IsExact(IReadOnlyList<RouteEntry> table, IReadOnlyList<RouteEntry> entries, IReadOnlyList<RouteEntry> passing) =>
        entries.All(entry => First(table, entry) is { } first && first.Contains(entry) && first.Route == entry.Route)
        && passing.All(block => First(table, block) is null);

    private static RouteEntry? First(IReadOnlyList<RouteEntry> table, RouteEntry block)
    {
        foreach (RouteEntry entry in table)
        {
            if (entry.Intersects(block))
            {
                return entry;
            }
        }

        return null;
    }
}
