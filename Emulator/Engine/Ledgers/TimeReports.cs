using Ganglion.ChipSpec.Spec;

namespace Ganglion.Emulator.Ledgers;

/// <summary>What a chip time lacks.</summary>
internal static class TimeReports
{
    /// <summary>Events without a public latency in a price table; none where the barrier contains everything, as a fixed tick does.</summary>
    /// <param name="table">The price table.</param>
    /// <param name="tiles">Tiles in use.</param>
    public static IReadOnlyList<string> Unpriced(PriceTable table, int tiles)
    {
        if (BarrierTime.Price(table, tiles)?.Scope == CostScope.AllIn)
        {
            return [];
        }

        EventPrices latency = table.Latency;
        (string Event, bool Priced)[] events =
        [
            ("synaptic events, sparse", latency.SynapticEventSparse is not null),
            ("synaptic events, dense", latency.SynapticEventDense is not null),
            ("synaptic events, shared weights", latency.SynapticEventShared is not null),
            ("dendrite updates", latency.DendriteUpdate is not null),
            ("compartment updates, active", latency.CompartmentActive is not null),
            ("compartment updates, inactive", latency.CompartmentInactive is not null),
            ("spikes", latency.Spike is not null),
            ("messages sent", latency.MessageOut is not null),
            ("messages received", latency.MessageIn is not null),
            ("barrier", BarrierTime.Of(table, tiles) is not null),
        ];
        return [.. events.Where(pair => !pair.Priced).Select(pair => pair.Event)];
    }
}
