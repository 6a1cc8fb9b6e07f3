using Ganglion.ChipSpec.Image;
using Ganglion.Compiler.Reports;

namespace Ganglion.CommandLine.Output;

/// <summary>JSON of <c>ganglion compile</c>; docs/formats/json.md describes every field.</summary>
internal sealed record CompileSummary
{
    public required NetworkSummary Network { get; init; }

    public required ChipSummary Chip { get; init; }

    public required MappingQuality Quality { get; init; }

    public required IReadOnlyList<CoreSummary> Cores { get; init; }

    public required QuantizationReport Quantization { get; init; }

    public required IReadOnlyList<DiagnosticSummary> Diagnostics { get; init; }

    public required double Seconds { get; init; }

    public required string? File { get; init; }
}
