using Ganglion.ChipSpec.Spec;
using Ganglion.Cores;
using Ganglion.Router;

namespace Ganglion.Emulator.Ledgers;

/// <summary>Counts of what a machine did, to be priced afterwards.</summary>
public sealed record Ledger
{
    /// <summary>Timesteps run since the machine was loaded, resets included.</summary>
    public required long Timesteps { get; init; }

    /// <summary>One entry per core in use, ordered by core.</summary>
    public required IReadOnlyList<CoreLedger> Cores { get; init; }

    /// <summary>Messages that sources sent; they enter the chip at the destination and travel no hops.</summary>
    public required long SourceMessages { get; init; }

    /// <summary>Tiles with at least one core in use.</summary>
    public required int Tiles { get; init; }

    /// <summary>Mesh of the chip.</summary>
    public required Mesh Mesh { get; init; }

    /// <summary>Counts summed over all cores.</summary>
    public CoreCounters Totals
    {
        get
        {
            CoreCounters totals = default;
            foreach (CoreLedger core in Cores)
            {
                totals.Add(core.Counters);
            }

            return totals;
        }
    }

    /// <summary>Hops between tiles of a chip, of all messages between cores.</summary>
    public (long EastWest, long NorthSouth) Hops
    {
        get
        {
            (long eastWest, long northSouth, _) = AllHops();
            return (eastWest, northSouth);
        }
    }

    /// <summary>Hops of all messages from a chip to its neighbour.</summary>
    public long HopsBetweenChips => AllHops().BetweenChips;

    private (long EastWest, long NorthSouth, long BetweenChips) AllHops()
    {
        (long eastWest, long northSouth, long betweenChips) = (0, 0, 0);
        foreach (CoreLedger core in Cores)
        {
            if (core.TreeHops is { } tree)
            {
                (eastWest, northSouth, betweenChips) = (eastWest + tree.EastWest, northSouth + tree.NorthSouth, betweenChips + tree.BetweenChips);
                continue;
            }

            foreach ((ChipSpec.Identifiers.CoreId destination, long count) in core.Messages)
            {
                var route = MeshRoute.Between(Mesh, core.Core, destination);
                eastWest += count * route.EastWest;
                northSouth += count * route.NorthSouth;
                betweenChips += count * route.BetweenChips;
            }
        }

        return (eastWest, northSouth, betweenChips);
    }
}
