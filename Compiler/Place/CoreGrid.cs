using Ganglion.ChipSpec.Identifiers;
using Ganglion.ChipSpec.Spec;

namespace Ganglion.Compiler.Place;

/// <summary>Cores that parts can be placed on, with the coordinates of their tiles.</summary>
/// <param name="Core">The cores, ascending.</param>
/// <param name="X">Columns of their tiles.</param>
/// <param name="Y">Rows of their tiles.</param>
/// <param name="Width">Tiles in x direction.</param>
/// <param name="Height">Tiles in y direction.</param>
internal sealed record CoreGrid(CoreId[] Core, int[] X, int[] Y, int Width, int Height)
{
    /// <summary>Cores of a mesh; one that grows without end offers as many as there are parts.</summary>
    /// <param name="mesh">The mesh.</param>
    /// <param name="parts">Number of parts.</param>
    /// <param name="pinned">Cores that the user chose for some of them.</param>
    /// <param name="forbidden">Cores that are left alone.</param>
    public static CoreGrid Of(Mesh mesh, int parts, IEnumerable<CoreId> pinned, IReadOnlySet<CoreId> forbidden)
    {
        SortedSet<CoreId> cores = [.. pinned];
        int wanted = mesh.Cores - forbidden.Count ?? Math.Max(parts, cores.Count);
        for (int core = 0; cores.Count < wanted; core++)
        {
            if (!forbidden.Contains(new CoreId(core)))
            {
                cores.Add(new CoreId(core));
            }
        }

        CoreId[] all = [.. cores];
        int[] x = [.. all.Select(core => mesh.X(mesh.TileOf(core)))];
        int[] y = [.. all.Select(core => mesh.Y(mesh.TileOf(core)))];
        return new CoreGrid(all, x, y, x.Max() + 1, mesh.Rows);
    }

    /// <summary>Hops between the tiles of two cores, by their indices.</summary>
    public int Hops(int a, int b) => Math.Abs(X[a] - X[b]) + Math.Abs(Y[a] - Y[b]);
}
