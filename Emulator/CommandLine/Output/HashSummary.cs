namespace Ganglion.CommandLine.Output;

/// <summary>Fingerprints of a run: equal runs have equal ones, with any number of threads.</summary>
internal sealed record HashSummary(string Spikes, string State, string? Counts);
