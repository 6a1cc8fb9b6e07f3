using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Reading;

namespace Ganglion.Compiler.Diagnostics;

/// <summary>Collects what the passes find about elements of the network, so that a pass reports everything at once.</summary>
internal sealed class DiagnosticBag
{
    /// <summary>The findings.</summary>
    public ViolationCollector Findings { get; } = new();

    /// <summary>Adds a finding about an element of the network.</summary>
    public void Report(DiagnosticDescriptor descriptor, string path, string found, string? allowed = null, string? remedy = null) =>
        Findings.Add(descriptor, new SourceLocation(Path: path), found, allowed, remedy);

    /// <summary>Adds all findings of another bag.</summary>
    public void Add(DiagnosticBag other)
    {
        foreach (Diagnostic diagnostic in other.Findings.Diagnostics)
        {
            Findings.Add(diagnostic);
        }
    }

    /// <summary>Ends a pass: throws when anything found so far is an error.</summary>
    /// <exception cref="InvalidInputException">There are errors; carries the warnings too.</exception>
    public void ThrowIfErrors() => Findings.ThrowIfInvalid();
}
