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

    /// <summary>The board that chips are on; <see langword="null"/> for a single chip. A board needs <see cref="Width"/>.</summary>
    public Board? Board { get; init; }

    /// <summary>Entries of a router's table, where it routes by key and mask; <see langword="null"/> without such tables.</summary>
    public int? RouterEntries { get; init; }

    /// <summary>Bits of the keys that routers compare, where they route by key and mask, 1 to 32.</summary>
    public int? KeyBits { get; init; }

    /// <summary>Cores of all chips; <see langword="null"/> when unlimited.</summary>
    public int? Cores => Width is { } width ? width * Height * CoresPerTile * (Board?.Chips ?? 1) : null;

    /// <summary>Tiles in x direction over all chips; <see langword="null"/> when the mesh grows with the network.</summary>
    public int? Columns => Width * (Board?.Columns ?? 1);

    /// <summary>Tiles in y direction over all chips.</summary>
    public int Rows => Height * (Board?.Rows ?? 1);

    /// <summary>Tile that holds a core.</summary>
    public int TileOf(CoreId core) => core.Value / CoresPerTile;

    /// <summary>Chip that holds a tile; chips are numbered column by column.</summary>
    public int ChipOf(int tile) => Board is null ? 0 : tile / (Width!.Value * Height);

    /// <summary>Column of a tile over all chips; the tiles of a chip are numbered column by column, one chip after the other.</summary>
    public int X(int tile) => Board is null
        ? tile / Height
        : (ChipOf(tile) / Board.Rows * Width!.Value) + (tile % (Width!.Value * Height) / Height);

    /// <summary>Row of a tile over all chips.</summary>
    public int Y(int tile) => Board is null
        ? tile % Height
        : (ChipOf(tile) % Board.Rows * Height) + (tile % (Width!.Value * Height) % Height);

    /// <summary>Tile at a place.</summary>
    /// <param name="x">Column over all chips.</param>
    /// <param name="y">Row over all chips.</param>
    public int TileAt(int x, int y)
    {
        if (Board is null)
        {
            return (x * Height) + y;
        }

        int width = Width!.Value;
        int chip = (x / width * Board.Rows) + (y / Height);
        return (chip * width * Height) + (x % width * Height) + (y % Height);
    }

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
