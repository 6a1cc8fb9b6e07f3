using Ganglion.Compiler.Fit;

namespace Ganglion.CommandLine.Output;

/// <summary>JSON of <c>ganglion check</c>; docs/formats/json.md describes every field.</summary>
internal sealed record CheckSummary
{
    public required string Network { get; init; }

    public required string Chip { get; init; }

    public required bool Fits { get; init; }

    public required FitEvidence Evidence { get; init; }

    public required long Neurons { get; init; }

    public required double Synapses { get; init; }

    public required bool IsCounted { get; init; }

    public required int? Cores { get; init; }

    public required double CoresAtLeast { get; init; }

    public required int? CoresAvailable { get; init; }

    public required string? BindingResource { get; init; }

    public required IReadOnlyList<ResourceDemand> Resources { get; init; }

    public required IReadOnlyList<PopulationDemand> Populations { get; init; }

    public required IReadOnlyList<DiagnosticSummary> Diagnostics { get; init; }

    public required IReadOnlyList<FitRemedy> Remedies { get; init; }

    public required double Seconds { get; init; }

    public static CheckSummary Of(string network, FitReport report, IEnumerable<ChipSpec.Diagnostics.Diagnostic> diagnostics, IReadOnlyList<FitRemedy> remedies, double seconds) => new()
    {
        Network = network,
        Chip = report.Chip,
        Fits = report.Fits,
        Evidence = report.Evidence,
        Neurons = report.Neurons,
        Synapses = report.Synapses,
        IsCounted = report.IsCounted,
        Cores = report.Cores,
        CoresAtLeast = report.CoresAtLeast,
        CoresAvailable = report.CoresAvailable,
        BindingResource = report.BindingResource,
        Resources = report.Resources,
        Populations = report.Populations,
        Diagnostics = [.. diagnostics.Select(DiagnosticSummary.Of)],
        Remedies = remedies,
        Seconds = seconds,
    };
}
