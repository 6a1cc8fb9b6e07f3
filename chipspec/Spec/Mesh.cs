using Ganglion.ChipSpec.Identifiers;

namespace Ganglion.ChipSpec.Spec;

/// <summary>The mesh of tiles that carries spikes between cores.</summary>
public sealed record Mesh
{
    /// <summary>Tiles in x direction; <see langword="null"/> when the mesh grows with the network.</summary>
    public int? Width { get; init; }

    /// <summary>Tiles in y direction.</summary>
    public required int Height { get; init; }

    /// <summary>Cores that share one tile's router.</summary>
    public required int CoresPerTile { get; init; }

    /// <summary>Routing rule; <c>xy</c> moves along x first.</summary>
    public required string Routing { get; init; }

    /// <summary>Whether one message can reach several cores.</summary>
    public required bool Multicast { get; init; }

    /// <summary>How chips are joined, or <see langword="null"/> when only one chip is modelled.</summary>
    public string? ChipLinks { get; init; }

    /// <summary>Chips that can be joined; <see langword="null"/> when not stated.</summary>
    public int? MaxChips { get; init; }

    /// <summary>Tiles that a message can travel along either axis; <see langword="null"/> without such a limit.</summary>
    public int? Reach { get; init; }

    /// <summary>Cores of one chip; <see langword="null"/> when unlimited.</summary>
    public int? Cores => Width is { } width ? width * Height * CoresPerTile : null;

    /// <summary>Tile that holds a core.</summary>
    public int TileOf(CoreId core) => core.Value / CoresPerTile;

    /// <summary>Column of a tile; tiles are numbered column by column.</summary>
    public int X(int tile) => tile / Height;

    /// <summary>Row of a tile.</summary>
    public int Y(int tile) => tile % Height;

    /// <summary>Tile at a place.</summary>
    /// <param name="x">Column.</param>
    /// <param name="y">Row.</param>
    public int TileAt(int x, int y) => (x * Height) + y;

    /// <summary>The next tile on the way of a message, which moves along x first.</summary>
    /// <param name="tile">Where it is.</param>
    /// <param name="destination">Where it goes; another tile.</param>
    public int NextTile(int tile, int destination)
    {
        (int x, int y) = (X(tile), Y(tile));
        int right = Math.Sign(X(destination) - x);
        return right != 0 ? TileAt(x + right, y) : TileAt(x, y + Math.Sign(Y(destination) - y));
    }
}
