using Ganglion.ChipSpec.Identifiers;
using Ganglion.ChipSpec.Spec;

namespace Ganglion.Router.Tests;

/// <summary>Dimension order: x first, then y; tiles are numbered column by column.</summary>
public sealed class MeshRouteTests
{
    /// <summary>Eight columns of four tiles with four cores each, as Loihi 1.</summary>
    private static readonly Mesh Mesh = new() { Width = 8, Height = 4, CoresPerTile = 4, Routing = "xy", Multicast = false };

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

    [Theory]
    [InlineData(0, 0, new[] { 0 })]
    [InlineData(0, 5, new[] { 0, 4, 5 })]
    [InlineData(5, 0, new[] { 5, 1, 0 })]
    [InlineData(3, 8, new[] { 3, 7, 11, 10, 9, 8 })]
    [InlineData(31, 29, new[] { 31, 30, 29 })]
    public void A_message_passes_columns_before_rows(int source, int destination, int[] expected)
    {
        List<int> tiles = [];

        MeshRoute.AppendTiles(Mesh, source, destination, tiles);

        Assert.Equal(expected, tiles);
    }

    [Fact]
    public void Every_route_passes_one_tile_more_than_it_has_hops_and_moves_by_one_each_time()
    {
        for (int source = 0; source < 32; source++)
        {
            for (int destination = 0; destination < 32; destination++)
            {
                List<int> tiles = [];
                MeshRoute.AppendTiles(Mesh, source, destination, tiles);
                var route = MeshRoute.Between(Mesh, new CoreId(source * 4), new CoreId((destination * 4) + 3));

                Assert.Equal(route.Hops + 1, tiles.Count);
                Assert.Equal((source, destination), (tiles[0], tiles[^1]));
                Assert.All(tiles.Zip(tiles.Skip(1)), step => Assert.Equal(
                    1, Math.Abs(Mesh.X(step.First) - Mesh.X(step.Second)) + Math.Abs(Mesh.Y(step.First) - Mesh.Y(step.Second))));
            }
        }
    }
}
