using Ganglion.Compiler.Partition;

namespace Ganglion.Compiler.Place;

/// <summary>The better of several first placements.</summary>
internal static class FirstPlacement
{
    // Beyond this many parts, placing one by one takes longer than what it saves.
    private const int MostPartsOneByOne = 1500;

    /// <summary>Places parts.</summary>
    /// <param name="grid">The cores.</param>
    /// <param name="traffic">Messages between parts.</param>
    /// <param name="pinned">Index of the core of every part that the user pinned; −1 for the others.</param>
    /// <param name="draws">Random choices.</param>
    public static int[] Find(CoreGrid grid, PartTraffic traffic, int[] pinned, MappingDraws draws)
    {
        PartTraffic both = traffic.Symmetric();
        int[] free = [.. Enumerable.Range(0, pinned.Length).Where(part => pinned[part] < 0)];
        HashSet<int> taken = [.. pinned.Where(core => core >= 0)];

        // A square corner of the mesh, so that few parts on a large mesh stay together.
        int[] cores =
        [
            .. Enumerable.Range(0, grid.Core.Length).Where(core => !taken.Contains(core))
                .OrderBy(core => Math.Max(grid.X[core], grid.Y[core])).ThenBy(core => core).Take(free.Length).Order(),
        ];
        int[] spectral = [.. pinned];
        SpectralPlacement.Place(grid, both, free, cores, spectral, draws);
        if (pinned.Length > MostPartsOneByOne)
        {
            return spectral;
        }

        int[] grown = [.. pinned];
        GreedyPlacement.Place(grid, both, free, cores, grown);
        return new PlacementState(grid, both, grown).Hops() < new PlacementState(grid, both, spectral).Hops() ? grown : spectral;
    }
}
