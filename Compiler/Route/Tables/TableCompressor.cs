namespace Ganglion.Compiler.Route.Tables;

/// <summary>Makes a router's table smaller without changing where any key in use goes.</summary>
/// <remarks>
/// Entries of one route are merged into more general ones, and rare routes stand before common ones, which may then cover them: the idea of
/// ordered covering (Mundy, Heathcote and Garside 2016, doi:10.1109/HPSR.2016.7525640). A merged entry keeps clear of the blocks of all
/// routes behind it, and of those that the router passes on without an entry. A set of entries whose merger does not is halved.
/// </remarks>
internal static class TableCompressor
{
    /// <summary>Compresses a table.</summary>
    /// <param name="entries">Disjoint entries.</param>
    /// <param name="passing">Blocks of keys that travel straight through the router without an entry.</param>
    public static IReadOnlyList<RouteEntry> Compress(IReadOnlyList<RouteEntry> entries, IReadOnlyList<RouteEntry> passing)
    {
        RouteEntry[][] groups = [.. entries.GroupBy(entry => entry.Route).Select(group => group.OrderBy(entry => entry.Key).ToArray()).OrderBy(group => group.Length).ThenBy(group => group[0].Key)];
        List<RouteEntry> table = [];
        for (int i = 0; i < groups.Length; i++)
        {
            RouteEntry[] keepClear = [.. groups.Skip(i + 1).SelectMany(group => group), .. passing];
            Merge(groups[i], keepClear, table);
        }

        return table;
    }

    private static void Merge(ReadOnlySpan<RouteEntry> entries, RouteEntry[] keepClear, List<RouteEntry> table)
    {
        RouteEntry joined = entries[0];
        foreach (RouteEntry entry in entries)
        {
            joined = joined.Join(entry);
        }

        if (entries.Length == 1 || !Array.Exists(keepClear, joined.Intersects))
        {
            table.Add(joined);
            return;
        }

        // Keys ascend, so the entries divide at the highest bit in which they differ.
        uint differing = entries[0].Key ^ entries[^1].Key;
        uint highest = 1U << (31 - System.Numerics.BitOperations.LeadingZeroCount(differing));
        int split = 1;
        while ((entries[split].Key & highest) == 0)
        {
            split++;
        }

        Merge(entries[..split], keepClear, table);
        Merge(entries[split..], keepClear, table);
    }
}
