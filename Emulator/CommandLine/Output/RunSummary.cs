namespace Ganglion.CommandLine.Output;

/// <summary>JSON of <c>ganglion run</c>, and content of <c>summary.json</c>; docs/formats/json.md describes every field.</summary>
internal sealed record RunSummary
{
    public required string Program { get; init; }

    public required string Version { get; init; }

    public required NetworkSummary Network { get; init; }

    public required ChipSummary? Chip { get; init; }

    public required ulong Seed { get; init; }

    public required int Threads { get; init; }

    public required bool Completed { get; init; }

    public required string? LoadedState { get; init; }

    public required string? SavedState { get; init; }

    public required string? ResumedFrom { get; init; }

    public required long? ResumedAt { get; init; }

    public required string? Snapshot { get; init; }

    public required IReadOnlyList<PopulationSummary> Populations { get; init; }

    public required Counts Counts { get; init; }

    public required HashSummary Hashes { get; init; }

    public required LatencySummary? Latency { get; init; }

    public required double? ChipTime { get; init; }

    public required IReadOnlyList<string> ChipTimeUnpriced { get; init; }

    public required EnergySummary? Energy { get; init; }

    public required WallSummary Wall { get; init; }

    public required IReadOnlyList<string> Files { get; init; }
}
