namespace Ganglion.Emulator.Ledgers;

/// <summary>A ledger priced with one price table.</summary>
/// <param name="Table">Name of the price table.</param>
/// <param name="Terms">One line per kind of event.</param>
public sealed record EnergyReport(string Table, IReadOnlyList<EnergyTerm> Terms)
{
    /// <summary>Sum of the priced terms, in joule.</summary>
    public double TotalJoule => Terms.Sum(term => term.Joule ?? 0);

    /// <summary>Whether one price contains everything that happens with its event, at one operating point, static power included.</summary>
    public bool IsAllIn { get; init; }

    /// <summary>Events that happened but have no public price; the total lacks them.</summary>
    public IReadOnlyList<string> Unpriced => [.. Terms.Where(term => term.Count > 0 && term.PriceJoule is null).Select(term => term.Event)];

    /// <summary>Energy per component, in joule, in the order of the terms.</summary>
    public IReadOnlyList<(string Component, double Joule)> Components =>
        [.. Terms.GroupBy(term => term.Component).Select(group => (group.Key, group.Sum(term => term.Joule ?? 0)))];
}
