using Ganglion.CommandLine.Output;

namespace Ganglion.CommandLine.Compare;

/// <summary>One network on several chips; docs/formats/json.md describes every field.</summary>
internal sealed record Comparison
{
    public required NetworkSummary Network { get; init; }

    public required string Output { get; init; }

    public required long Timesteps { get; init; }

    public required ulong Seed { get; init; }

    public required int Stretches { get; init; }

    public required bool Labelled { get; init; }

    public required IReadOnlyList<ChipResult> Results { get; init; }
}
