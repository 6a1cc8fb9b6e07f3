using Ganglion.ChipSpec.Identifiers;
using Ganglion.ChipSpec.Spec;

namespace Ganglion.Router;

/// <summary>The way of a message through the mesh by dimension order: along x first, then along y.</summary>
/// <param name="EastWest">Hops along x.</param>
/// <param name="NorthSouth">Hops along y.</param>
public readonly record struct MeshRoute(int EastWest, int NorthSouth)
{
    /// <summary>All hops between tiles; 0 within a tile.</summary>
    public int Hops => EastWest + NorthSouth;

    /// <summary>The route between two cores.</summary>
    /// <param name="mesh">The mesh of the chip.</param>
    /// <param name="source">Core that sends.</param>
    /// <param name="destination">Core that receives.</param>
    public static MeshRoute Between(Mesh mesh, CoreId source, CoreId destination)
    {
        int from = mesh.TileOf(source);
        int to = mesh.TileOf(destination);
        return new MeshRoute(Math.Abs(mesh.X(to) - mesh.X(from)), Math.Abs(mesh.Y(to) - mesh.Y(from)));
    }

    /// <summary>Appends the tiles that a message passes, the first and the last included.</summary>
    /// <param name="mesh">The mesh of the chip.</param>
    /// <param name="source">Tile that sends.</param>
    /// <param name="destination">Tile that receives.</param>
    /// <param name="tiles">Receives the tiles in order.</param>
    public static void AppendTiles(Mesh mesh, int source, int destination, List<int> tiles)
    {
        (int x, int y) = (mesh.X(source), mesh.Y(source));
        (int toX, int toY) = (mesh.X(destination), mesh.Y(destination));
        tiles.Add(source);
        while (x != toX)
        {
            x += Math.Sign(toX - x);
            tiles.Add((x * mesh.Height) + y);
        }

        while (y != toY)
        {
            y += Math.Sign(toY - y);
            tiles.Add((x * mesh.Height) + y);
        }
    }
}
