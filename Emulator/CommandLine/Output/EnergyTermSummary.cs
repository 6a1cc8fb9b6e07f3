namespace Ganglion.CommandLine.Output;

/// <summary>One line of an energy bill, in joule; without price and energy when none is public.</summary>
internal sealed record EnergyTermSummary(string Component, string Event, long Count, double? Price, double? Energy);
