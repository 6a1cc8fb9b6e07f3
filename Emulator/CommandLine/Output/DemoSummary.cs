namespace Ganglion.CommandLine.Output;

/// <summary>JSON of <c>ganglion demo</c>; docs/formats/json.md describes every field.</summary>
internal sealed record DemoSummary
{
    public required NetworkSummary Network { get; init; }

    public required ChipSummary Chip { get; init; }

    public required string Code { get; init; }

    public required int Images { get; init; }

    public required long TimestepsPerImage { get; init; }

    public required int Threads { get; init; }

    public required ulong Seed { get; init; }

    public required AccuracySummary Accuracy { get; init; }

    public required int[][] Confusion { get; init; }

    public required Counts Counts { get; init; }

    public required HashSummary Hashes { get; init; }

    public required double? LatencyPerImage { get; init; }

    public required FirstAnswerSummary? FirstAnswer { get; init; }

    public required double? ChipTime { get; init; }

    public required IReadOnlyList<string> ChipTimeUnpriced { get; init; }

    public required EnergySummary? Energy { get; init; }

    public required double? EnergyPerImage { get; init; }

    public required long EmulatorSynapseBytes { get; init; }

    public required DemoWall Wall { get; init; }
}
