using Ganglion.ChipSpec.Spec;

namespace Ganglion.Emulator.Ledgers;

/// <summary>Duration of the barrier that ends a timestep.</summary>
internal static class BarrierTime
{
    /// <summary>The barrier for a number of tiles, in seconds; <see langword="null"/> when the table has none.</summary>
    /// <param name="table">The price table.</param>
    /// <param name="tiles">Tiles in use, at least 1.</param>
    public static double? Of(PriceTable table, int tiles) => Price(table, tiles)?.InSi;

    /// <summary>The price of the barrier for a number of tiles; <see langword="null"/> when the table has none.</summary>
    /// <param name="table">The price table.</param>
    /// <param name="tiles">Tiles in use, at least 1.</param>
    public static Cost? Price(PriceTable table, int tiles)
    {
        BarrierPrice? entry = table.BarrierLookup == BarrierLookup.Lower
            ? table.Barrier.LastOrDefault(entry => entry.Tiles <= tiles) ?? (table.Barrier.Count > 0 ? table.Barrier[0] : null)
            : table.Barrier.FirstOrDefault(entry => entry.Tiles >= tiles);
        return entry?.Latency;
    }
}
