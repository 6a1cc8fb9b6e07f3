using Ganglion.ChipSpec.Diagnostics;

namespace Ganglion.Compiler.Diagnostics;

/// <summary>Collects what the passes find, so that a pass reports everything at once.</summary>
internal sealed class DiagnosticBag
{
    private readonly List<Diagnostic> _all = [];

    /// <summary>Everything found so far, in order.</summary>
    public IReadOnlyList<Diagnostic> All => _all;

    /// <summary>Adds a finding about an element of the network.</summary>
    public void Report(DiagnosticDescriptor descriptor, string path, string found, string? allowed = null, string? remedy = null) =>
        _all.Add(new Diagnostic
        {
            Descriptor = descriptor,
            Location = new SourceLocation(Path: path),
            Found = found,
            Allowed = allowed,
            Remedy = remedy,
        });

    /// <summary>Adds findings as they are.</summary>
    public void AddRange(IEnumerable<Diagnostic> findings) => _all.AddRange(findings);

    /// <summary>Ends a pass: throws when anything found so far is an error.</summary>
    /// <exception cref="InvalidInputException">There are errors; carries the warnings too.</exception>
    public void ThrowIfErrors()
    {
        if (_all.Exists(d => d.Severity == DiagnosticSeverity.Error))
        {
            throw new InvalidInputException(_all.ToArray());
        }
    }
}
