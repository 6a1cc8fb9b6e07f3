using Ganglion.ChipSpec.Spec;

namespace Ganglion.Emulator.Faults;

/// <summary>Whether the way of a message by dimension order, along x first and then along y, needs a link.</summary>
internal static class LinkUse
{
    /// <summary>Whether two tiles have a link.</summary>
    public static bool IsLink(Mesh mesh, (int First, int Second) tiles) =>
        Math.Abs(mesh.X(tiles.First) - mesh.X(tiles.Second)) + Math.Abs(mesh.Y(tiles.First) - mesh.Y(tiles.Second)) == 1;

    /// <summary>Whether a message from one tile to another passes a link, in either direction.</summary>
    public static bool Uses(Mesh mesh, int from, int to, (int First, int Second) link)
    {
        (int x0, int y0, int x1, int y1) = (mesh.X(from), mesh.Y(from), mesh.X(to), mesh.Y(to));
        (int ax, int ay, int bx, int by) = (mesh.X(link.First), mesh.Y(link.First), mesh.X(link.Second), mesh.Y(link.Second));
        return ay == by
            ? ay == y0 && Within(Math.Min(ax, bx), x0, x1) && Within(Math.Max(ax, bx), x0, x1)
            : ax == x1 && Within(Math.Min(ay, by), y0, y1) && Within(Math.Max(ay, by), y0, y1);
    }

    private static bool Within(int value, int from, int to) => value >= Math.Min(from, to) && value <= Math.Max(from, to);
}
