using Ganglion.ChipSpec.Diagnostics;

namespace Ganglion.Compiler.Import;

/// <summary>Collects what is found while a file is read, so that it can be reported all at once.</summary>
internal sealed class ImportReport(string file)
{
    private const int Most = 100;
    private readonly List<Diagnostic> _findings = [];
    private int _errors;

    /// <summary>Findings of severity warning.</summary>
    public IReadOnlyList<Diagnostic> Warnings => [.. _findings.Where(d => d.Severity != DiagnosticSeverity.Error)];

    /// <summary>Notes a finding; after a hundred of them only the first ones are kept.</summary>
    public void Add(DiagnosticDescriptor kind, string path, string found, string? allowed = null, string? remedy = null)
    {
        if (kind.Severity == DiagnosticSeverity.Error)
        {
            _errors++;
        }

        if (_findings.Count < Most || _errors == 1)
        {
            _findings.Add(Finding(kind, path, found, allowed, remedy));
        }
    }

    /// <summary>The exception for something after which reading cannot go on, together with what was found before.</summary>
    public InvalidInputException Fatal(DiagnosticDescriptor kind, string path, string found, string? allowed = null, string? remedy = null) =>
        new([.. _findings, Finding(kind, path, found, allowed, remedy)]);

    /// <summary>Ends the reading if errors were found.</summary>
    public void ThrowIfErrors()
    {
        if (_errors > 0)
        {
            throw new InvalidInputException(_findings);
        }
    }

    private Diagnostic Finding(DiagnosticDescriptor kind, string path, string found, string? allowed, string? remedy) => new()
    {
        Descriptor = kind,
        Location = new SourceLocation(file, Path: path),
        Found = found,
        Allowed = allowed,
        Remedy = remedy,
    };
}
