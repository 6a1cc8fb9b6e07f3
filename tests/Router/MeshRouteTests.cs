using Ganglion.ChipSpec.Identifiers;
using Ganglion.ChipSpec.Spec;

namespace Ganglion.Router.Tests;

/// <summary>Dimension order: x first, then y; tiles are numbered column by column.</summary>
public sealed class MeshRouteTests
{
    /// <summary>Eight columns of four tiles with four cores each, as Loihi 1.</summary>
    private static readonly Mesh Mesh = new() { Width = 8, Height = 4, CoresPerTile = 4, Routing = "xy", Multicast = false };

    /// <summary>Two columns and three rows of such chips.</summary>
    private static readonly Mesh Board = Mesh with { Board = new Board(2, 3) };

    [Fact]
    public void Tiles_of_a_board_have_coordinates_across_its_chips()
    {
        HashSet<(int, int)> places = [];
        for (int tile = 0; tile < 6 * 32; tile++)
        {
            (int x, int y) = (Board.X(tile), Board.Y(tile));
            Assert.Equal(tile, Board.TileAt(x, y));
            Assert.Equal((x / 8 * 3) + (y / 4), Board.ChipOf(tile));
            Assert.True(places.Add((x, y)));
        }

        Assert.Equal((16, 12, 768), (Board.Columns, Board.Rows, Board.Cores));
        Assert.Equal((15, 11), (places.Max().Item1, places.Max(place => place.Item2)));
    }

    [Theory]
    [InlineData(0, 127, 7, 3, 0)]
    [InlineData(0, 128, 0, 3, 1)]
    [InlineData(0, 384, 7, 0, 1)]
    [InlineData(0, 767, 14, 9, 3)]
    [InlineData(767, 0, 14, 9, 3)]
    public void Hops_to_another_chip_are_counted_apart(int source, int destination, int eastWest, int northSouth, int betweenChips) => Assert.Equal(
        new MeshRoute(eastWest, northSouth, betweenChips), MeshRoute.Between(Board, new CoreId(source), new CoreId(destination)));

    [Fact]
    public void A_tree_takes_every_link_of_the_union_of_its_ways_once()
    {
        // Tiles (3, 0), (3, 2), (1, 1) and the source itself, from (0, 0): three links along x, two down at 3, one down at 1.
        CoreId[] destinations = [new(48), new(57), new(20), new(1), new(48)];

        Assert.Equal(new MeshRoute(3, 3), MeshRoute.Tree(Mesh, new CoreId(0), destinations));
    }

    [Theory]
    [InlineData(0, 3, 0, 0)]
    [InlineData(0, 4, 0, 1)]
    [InlineData(0, 16, 1, 0)]
    [InlineData(0, 21, 1, 1)]
    [InlineData(0, 127, 7, 3)]
    [InlineData(127, 0, 7, 3)]
    [InlineData(12, 16, 1, 3)]
    public void Hops_are_the_distance_in_columns_and_rows(int source, int destination, int eastWest, int northSouth)
    {
        var route = MeshRoute.Between(Mesh, new CoreId(source), new CoreId(destination));

        Assert.Equal(new MeshRoute(eastWest, northSouth), route);
        Assert.Equal(eastWest + northSouth, route.Hops);
    }
}
