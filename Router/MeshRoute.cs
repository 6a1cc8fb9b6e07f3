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
}
