using Ganglion.ChipSpec.Spec;
using Ganglion.Compiler.Route;

namespace Ganglion.Compiler.Tests.Route;

public sealed class DeadlockCheckTests
{
    [Fact]
    public void Routing_along_x_then_y_has_no_circle_on_any_small_mesh()
    {
        for (int size = 1; size <= 5; size++)
        {
            var mesh = new Mesh { Width = size, Height = size, CoresPerTile = 1, Routing = "xy", Multicast = false };

            Assert.Null(Check(mesh, (tile, to) => mesh.NextTile(tile, to)).FindCycle());
        }
    }

    [Fact]
    public void Four_messages_that_turn_around_a_square_have_one()
    {
        DeadlockCheck check = new();
        int[] square = [0, 1, 3, 2];
        for (int i = 0; i < 4; i++)
        {
            check.Add(square[i], square[(i + 1) % 4], square[(i + 2) % 4]);
        }

        Assert.Equal([0, 1, 2, 3], check.FindCycle()!.Order());
    }

    [Fact]
    public void Mixing_two_orders_of_dimensions_has_a_circle()
    {
        var mesh = new Mesh { Width = 3, Height = 3, CoresPerTile = 1, Routing = "xy", Multicast = false };

        // Messages to even tiles move along y first.
        Assert.NotNull(Check(mesh, (tile, to) => to % 2 == 0 && mesh.Y(tile) != mesh.Y(to)
            ? mesh.TileAt(mesh.X(tile), mesh.Y(tile) + Math.Sign(mesh.Y(to) - mesh.Y(tile)))
            : mesh.NextTile(tile, to)).FindCycle());
    }

    private static DeadlockCheck Check(Mesh mesh, Func<int, int, int> next)
    {
        DeadlockCheck check = new();
        int tiles = mesh.Width!.Value * mesh.Height;
        for (int from = 0; from < tiles; from++)
        {
            for (int to = 0; to < tiles; to++)
            {
                for (int tile = from; tile != to && next(tile, to) != to; tile = next(tile, to))
                {
                    check.Add(tile, next(tile, to), next(next(tile, to), to));
                }
            }
        }

        return check;
    }
}
