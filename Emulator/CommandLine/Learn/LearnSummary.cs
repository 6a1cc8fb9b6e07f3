using Ganglion.CommandLine.Output;

namespace Ganglion.CommandLine.Learn;

/// <summary>JSON of <c>ganglion learn</c>; docs/formats/json.md describes every field.</summary>
internal sealed record LearnSummary
{
    public required string Task { get; init; }

    public required ChipSummary Chip { get; init; }

    public required int Threads { get; init; }

    public required bool Completed { get; init; }

    public required IReadOnlyList<LearnRun> Runs { get; init; }

    public required WallSummary Wall { get; init; }

    public IReadOnlyList<string> Files { get; init; } = [];
}
