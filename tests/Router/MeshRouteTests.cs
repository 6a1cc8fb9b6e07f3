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
}
