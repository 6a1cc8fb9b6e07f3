using Ganglion.ChipSpec.Diagnostics;

namespace Ganglion.CommandLine.Output;

/// <summary>A warning or note.</summary>
internal sealed record DiagnosticSummary(string Code, string Severity, string Location, string Found, string? Allowed, string? Remedy)
{
    /// <summary>Takes a finding.</summary>
    /// <param name="diagnostic">The finding.</param>
    public static DiagnosticSummary Of(Diagnostic diagnostic) => new(
        diagnostic.Code,
        diagnostic.Severity == DiagnosticSeverity.Info ? "note" : diagnostic.Severity.ToString().ToLowerInvariant(),
        diagnostic.Location.ToString(),
        diagnostic.Found,
        diagnostic.Allowed,
        diagnostic.Remedy);
}
