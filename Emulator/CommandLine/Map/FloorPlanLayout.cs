using Ganglion.ChipSpec.Identifiers;
using Ganglion.ChipSpec.Spec;

namespace Ganglion.CommandLine.Map;

/// <summary>Where the tiles and cores of a floor plan are drawn.</summary>
internal sealed class FloorPlanLayout
{
    /// <summary>Width of the legend.</summary>
    public const double LegendWidth = 270;

    private const double Margin = 20;
    private const double Top = 64;
    private const double Extent = 960;
    private const double SmallestTile = 14;
    private const double LargestTile = 150;
    private const double LegendHeight = 470;

    // Of larger meshes, only the part in use is drawn.
    private const int MostTiles = 1024;

    private readonly Mesh _mesh;
    private readonly int _left;
    private readonly int _top;
    private readonly double _pitch;
    private readonly int _coreColumns;

    /// <summary>Lays a map out.</summary>
    /// <param name="map">What to show.</param>
    public FloorPlanLayout(NetworkMap map)
    {
        _mesh = map.Chip.Mesh;
        int[] tiles = [.. map.Image.Cores.Select(core => _mesh.TileOf(new CoreId(core.Core))).DefaultIfEmpty()];
        bool isWhole = _mesh.Columns is { } columns && (long)columns * _mesh.Rows <= MostTiles;
        (_left, int right) = isWhole ? (0, _mesh.Columns!.Value - 1) : (tiles.Min(_mesh.X), tiles.Max(_mesh.X));
        (_top, int bottom) = isWhole ? (0, _mesh.Rows - 1) : (tiles.Min(_mesh.Y), tiles.Max(_mesh.Y));
        (Columns, Rows) = (right - _left + 1, bottom - _top + 1);
        IsWhole = isWhole;
        double room = Extent / Math.Max(Columns, Rows);
        TileSize = Math.Clamp(0.7 * room, SmallestTile, LargestTile);
        _pitch = TileSize / 0.7;
        _coreColumns = (int)Math.Ceiling(Math.Sqrt(_mesh.CoresPerTile));
        CoreSize = TileSize / (_coreColumns + 0.12);
    }

    /// <summary>Whether all tiles of the chip are drawn.</summary>
    public bool IsWhole { get; }

    /// <summary>Columns of tiles that are drawn.</summary>
    public int Columns { get; }

    /// <summary>Rows of tiles that are drawn.</summary>
    public int Rows { get; }

    /// <summary>Side of a tile.</summary>
    public double TileSize { get; }

    /// <summary>Side of a core.</summary>
    public double CoreSize { get; }

    /// <summary>Distance between neighbouring tiles.</summary>
    public double Gap => _pitch - TileSize;

    /// <summary>Where the legend begins.</summary>
    public double LegendLeft => Margin + (Columns * _pitch) + 10;

    /// <summary>Width of the picture.</summary>
    public double Width => LegendLeft + LegendWidth;

    /// <summary>Height of the picture.</summary>
    public double Height => Math.Max(Top + (Rows * _pitch), LegendHeight);

    /// <summary>Tiles that are drawn.</summary>
    public IEnumerable<int> Tiles =>
        Enumerable.Range(_left, Columns).SelectMany(x => Enumerable.Range(_top, Rows).Select(y => _mesh.TileAt(x, y)));

    /// <summary>Upper left corner of a tile.</summary>
    /// <param name="tile">The tile.</param>
    public (double X, double Y) Corner(int tile) => (Margin + ((_mesh.X(tile) - _left) * _pitch), Top + ((_mesh.Y(tile) - _top) * _pitch));

    /// <summary>Upper left corner of a core.</summary>
    /// <param name="core">The core.</param>
    public (double X, double Y) Corner(CoreId core)
    {
        (double x, double y) = Corner(_mesh.TileOf(core));
        (int row, int column) = Math.DivRem(core.Value % _mesh.CoresPerTile, _coreColumns);
        double inset = (TileSize - (_coreColumns * CoreSize)) / 2;
        return (x + inset + (column * CoreSize), y + inset + (row * CoreSize));
    }
}
