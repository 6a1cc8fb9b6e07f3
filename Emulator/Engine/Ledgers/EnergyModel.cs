using Ganglion.ChipSpec.Spec;
using Ganglion.Cores;

namespace Ganglion.Emulator.Ledgers;

/// <summary>Prices a ledger: the energy of a run is the sum of its events times their prices.</summary>
public static class EnergyModel
{
    /// <summary>Prices a ledger.</summary>
    /// <param name="ledger">What happened.</param>
    /// <param name="table">Prices per event.</param>
    public static EnergyReport Price(Ledger ledger, PriceTable table)
    {
        CoreCounters totals = ledger.Totals;
        (long eastWest, long northSouth) = ledger.Hops;
        EventPrices energy = table.Energy;

        // A price that covers everything leaves nothing for the events that have none of their own.
        bool isAllIn = energy.ByEvent().Any(e => e.Price is { Scope: CostScope.AllIn });
        double? otherwise = isAllIn ? 0 : null;
        return new EnergyReport(table.Name,
        [
            Term("synapse", "synaptic events, sparse", totals.SynapticEventsSparse, energy.SynapticEventSparse),
            Term("synapse", "synaptic events, dense", totals.SynapticEventsDense, energy.SynapticEventDense),
            Term("synapse", "synaptic events, shared weights", totals.SynapticEventsShared, energy.SynapticEventShared),
            Term("dendrite", "dendrite updates", totals.DendriteUpdates, energy.DendriteUpdate),
            Term("soma", "compartment updates, active", totals.CompartmentsActive, energy.CompartmentActive),
            Term("soma", "compartment updates, inactive", totals.CompartmentsInactive, energy.CompartmentInactive),
            Term("soma", "spikes", totals.Spikes, energy.Spike),
            Term("axon", "messages sent", totals.MessagesOut, energy.MessageOut),
            Term("axon", "messages received", totals.AxonEvents, energy.MessageIn),
            Term("hops", "messages through a tile's router", totals.MessagesOut, energy.WithinTile),
            Term("hops", "hops east or west", eastWest, energy.HopEastWest),
            Term("hops", "hops north or south", northSouth, energy.HopNorthSouth),
            .. Boundary(),
            Term("learning", "updates of plastic synapses", totals.LearningUpdates, energy.LearningUpdate),
        ])
        {
            IsAllIn = isAllIn,
        };

        // A single chip has no such hops to speak of.
        EnergyTerm[] Boundary() => ledger.Mesh.Board is null ? [] : [Term("hops", "hops between chips", ledger.HopsBetweenChips, energy.HopBetweenChips)];

        EnergyTerm Term(string component, string what, long count, Cost? price) => new(component, what, count, price?.InSi ?? otherwise);
    }
}
