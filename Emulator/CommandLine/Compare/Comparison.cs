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

    /// <summary>Whether the network runs in floating point.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool HasReference => Results.Any(result => result.Chip == Input.ChipInput.None && result.Refusal.Count == 0);

    public required IReadOnlyList<ChipResult> Results { get; init; }
}
