using System.Text.Json.Serialization;
using Ganglion.Emulator.Ledgers;

namespace Ganglion.CommandLine.Output;

/// <summary>Energy of a run, in joule.</summary>
/// <param name="Table">Name of the price table.</param>
/// <param name="Total">Sum of what has a public price.</param>
/// <param name="Components">Sum per part of the chip.</param>
/// <param name="Terms">One entry per kind of event.</param>
/// <param name="Unpriced">Events that happened but have no public price.</param>
/// <param name="AllIn">Whether one price contains everything, static power included.</param>
internal sealed record EnergySummary(
    string Table,
    double Total,
    IReadOnlyDictionary<string, double> Components,
    IReadOnlyList<EnergyTermSummary> Terms,
    IReadOnlyList<string> Unpriced,
    bool AllIn)
{
    /// <summary>Takes the numbers of a report.</summary>
    /// <param name="report">The report.</param>
    public static EnergySummary Of(EnergyReport report) => new(
        report.Table,
        report.TotalJoule,
        report.Components.ToDictionary(component => component.Component, component => component.Joule),
        [.. report.Terms.Select(term => new EnergyTermSummary(term.Component, term.Event, term.Count, term.PriceJoule, term.Joule))],
        report.Unpriced,
        report.IsAllIn);

    /// <summary>Parts of the chip in which anything happened.</summary>
    [JsonIgnore]
    public IEnumerable<string> BusyComponents => Components.Keys.Where(component => Happened(component).Any());

    /// <summary>Whether anything that happened in a part of the chip has a price.</summary>
    /// <param name="component">Part of the chip.</param>
    public bool IsPriced(string component) => Happened(component).Any(term => term.Price is not null);

    private IEnumerable<EnergyTermSummary> Happened(string component) => Terms.Where(term => term.Component == component && term.Count > 0);
}
