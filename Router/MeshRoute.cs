using Ganglion.ChipSpec.Identifiers;
using Ganglion.ChipSpec.Spec;

namespace Ganglion.Router;

/// <summary>Hops of a message, or of all its copies: along x first, then along y.</summary>
/// <param name="EastWest">Hops along x between tiles of a chip.</param>
/// <param name="NorthSouth">Hops along y between tiles of a chip.</param>
/// <param name="BetweenChips">Hops from a chip to its neighbour, in either direction.</param>
public readonly record struct MeshRoute(int EastWest, int NorthSouth, int BetweenChips = 0)
{
    /// <summary>All hops between tiles; 0 within a tile.</summary>
    public int Hops => EastWest + NorthSouth + BetweenChips;

    /// <summary>The route between two cores.</summary>
    /// <param name="mesh">The mesh of the chip.</param>
    /// <param name="source">Core that sends.</param>
    /// <param name="destination">Core that receives.</param>
    public static MeshRoute Between(Mesh mesh, CoreId source, CoreId destination) => Tree(mesh, source, [destination]);

    /// <summary>The union of the routes to several cores, on which a multicast message takes every link once.</summary>
    /// <param name="mesh">The mesh of the chip.</param>
    /// <param name="source">Core that sends.</param>
    /// <param name="destinations">Cores that receive.</param>
    public static MeshRoute Tree(Mesh mesh, CoreId source, IEnumerable<CoreId> destinations)
    {
        int root = mesh.TileOf(source);

        // A link of the union is known by the tile that it enters: a tile of a tree of such routes is entered once.
        HashSet<int> entered = [root];
        MeshRoute route = default;
        foreach (int destination in destinations.Select(mesh.TileOf))
        {
            for (int tile = root; tile != destination;)
            {
                int next = mesh.NextTile(tile, destination);
                route = entered.Add(next) ? route.With(mesh, tile, next) : route;
                tile = next;
            }
        }

        return route;
    }

    private MeshRoute With(Mesh mesh, int tile, int next) => (mesh.ChipOf(tile) != mesh.ChipOf(next), mesh.X(tile) != mesh.X(next)) switch
    {
        (true, _) => this with { BetweenChips = BetweenChips + 1 },
        (_, true) => this with { EastWest = EastWest + 1 },
        _ => this with { NorthSouth = NorthSouth + 1 },
    };
}
