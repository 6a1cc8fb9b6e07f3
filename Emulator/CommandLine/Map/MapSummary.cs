using Ganglion.CommandLine.Output;
using Ganglion.Compiler.Reports;

namespace Ganglion.CommandLine.Map;

/// <summary>JSON of <c>ganglion map</c>; docs/formats/json.md describes every field.</summary>
internal sealed record MapSummary
{
    public required NetworkSummary Network { get; init; }

    public required ChipSummary Chip { get; init; }

    public required MappingQuality Quality { get; init; }

    public required string BindingResource { get; init; }

    public required IReadOnlyList<LinkLoad> Links { get; init; }

    public required IReadOnlyList<DiagnosticSummary> Diagnostics { get; init; }

    public required double Seconds { get; init; }

    public required string Folder { get; init; }

    public required IReadOnlyList<string> Files { get; init; }
}
