using Ganglion.ChipSpec.Identifiers;
using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Spec;

namespace Ganglion.Compiler.Route.Tables;

/// <summary>Builds the tables of all routers that multicast messages meet.</summary>
/// <remarks>
/// The neurons that a core has of one population share a route, to every core that any of them reaches; a core drops what it has no row for,
/// as on SpiNNaker (Painkras et al. 2013, doi:10.1109/JSSC.2013.2259038).
/// </remarks>
internal sealed class TableBuilder(ChipImage image, Mesh mesh)
{
    private readonly SortedDictionary<int, (List<RouteEntry> Entries, List<RouteEntry> Passing)> _tables = [];

    /// <summary>Builds and compresses the tables, ascending by tile.</summary>
    /// <param name="keys">Keys of the neurons.</param>
    public IReadOnlyList<RouterTable> Build(KeyBlocks keys)
    {
        foreach ((int core, int population, RouteEntry block) in keys.Blocks)
        {
            Add(core, block, Destinations(image.Cores[core], population));
        }

        return [.. _tables.Select(table => new RouterTable(
            table.Key, table.Value.Entries, table.Value.Passing, TableCompressor.Compress(table.Value.Entries, table.Value.Passing)))];
    }

    private static HashSet<int> Destinations(CoreImage core, int population)
    {
        HashSet<int> destinations = [];
        foreach (CompartmentRun run in core.Runs.Where(run => run.Population == population))
        {
            destinations.UnionWith(core.AxonsOut.Core[core.AxonsOut.First[run.FirstCompartment]..core.AxonsOut.First[run.FirstCompartment + run.Count]]);
        }

        return destinations;
    }

    private void Add(int core, RouteEntry block, HashSet<int> destinations)
    {
        int root = mesh.TileOf(new CoreId(image.Cores[core].Core));
        SortedDictionary<int, ulong> routes = [];
        Dictionary<int, int> enteredFrom = new() { [root] = root };
        foreach (CoreId destination in destinations.Select(index => new CoreId(image.Cores[index].Core)))
        {
            int target = mesh.TileOf(destination);
            for (int tile = root; tile != target;)
            {
                int next = mesh.NextTile(tile, target);
                routes[tile] = routes.GetValueOrDefault(tile) | Towards(tile, next);
                enteredFrom[next] = tile;
                tile = next;
            }

            routes[target] = routes.GetValueOrDefault(target) | Routes.ToCore(destination.Value % mesh.CoresPerTile);
        }

        foreach ((int tile, ulong route) in routes)
        {
            (List<RouteEntry> entries, List<RouteEntry> passing) = Table(tile);
            if (tile != root && route == Towards(enteredFrom[tile], tile))
            {
                passing.Add(block);
            }
            else
            {
                entries.Add(block with { Route = route });
            }
        }
    }

    private ulong Towards(int tile, int next) => Routes.Towards(mesh.X(next) - mesh.X(tile), mesh.Y(next) - mesh.Y(tile));

    private (List<RouteEntry> Entries, List<RouteEntry> Passing) Table(int tile)
    {
        if (!_tables.TryGetValue(tile, out (List<RouteEntry> Entries, List<RouteEntry> Passing) table))
        {
            _tables.Add(tile, table = ([], []));
        }

        return table;
    }
}
