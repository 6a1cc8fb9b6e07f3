namespace Ganglion.Emulator.Ledgers;

/// <summary>One line of an energy bill.</summary>
/// <param name="Component">Part of the chip: synapse, dendrite, soma, axon, hops, learning.</param>
/// <param name="Event">What was counted.</param>
/// <param name="Count">How often.</param>
/// <param name="PriceJoule">Energy of one event, in joule; <see langword="null"/> when no value is public.</param>
public sealed record EnergyTerm(string Component, string Event, long Count, double? PriceJoule)
{
    /// <summary>Energy, in joule; <see langword="null"/> when the event has no price.</summary>
    public double? Joule => Count * PriceJoule;
}
