using Ganglion.ChipSpec.Diagnostics;

namespace Ganglion.ChipSpec.Reading;

/// <summary>Gathers everything that is wrong with an input, so that the user sees all of it at once.</summary>
/// <remarks>Keeps the first <see cref="Capacity"/> findings and counts the rest, so a hostile file cannot fill memory with messages.</remarks>
public sealed class ViolationCollector
{
    /// <summary>Findings that are kept.</summary>
    public const int Capacity = 200;

    private readonly List<Diagnostic> _diagnostics = [];
    private bool _hasErrors;
    private int _dropped;
    private SourceLocation? _firstDropped;

    /// <summary>Whether anything of severity <see cref="DiagnosticSeverity.Error"/> was found.</summary>
    public bool HasErrors => _hasErrors;

    /// <summary>How much was found so far, whether kept or only counted.</summary>
    public int Count => _diagnostics.Count + _dropped;

    /// <summary>Whether further findings are only counted.</summary>
    public bool IsFull => _diagnostics.Count >= Capacity;

    /// <summary>What was found so far, in the order of finding; at most <see cref="Capacity"/>.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics;

    /// <summary>Adds a finding.</summary>
    public void Add(Diagnostic diagnostic)
    {
        _hasErrors |= diagnostic.Severity == DiagnosticSeverity.Error;
        if (_diagnostics.Count < Capacity)
        {
            _diagnostics.Add(diagnostic);
            return;
        }

        _dropped++;
        _firstDropped ??= diagnostic.Location;
    }

    /// <summary>Adds a finding from its parts.</summary>
    /// <param name="descriptor">Kind of the finding.</param>
    /// <param name="location">Where it was found.</param>
    /// <param name="found">What was found.</param>
    /// <param name="allowed">What is allowed.</param>
    /// <param name="remedy">What the user can do.</param>
    public void Add(
        DiagnosticDescriptor descriptor, SourceLocation location, string found, string? allowed = null, string? remedy = null) =>
        Add(new Diagnostic { Descriptor = descriptor, Location = location, Found = found, Allowed = allowed, Remedy = remedy });

    /// <summary>Ends the reading when there was an error; warnings alone do not.</summary>
    /// <exception cref="InvalidInputException">With everything that was found.</exception>
    public void ThrowIfInvalid()
    {
        if (!_hasErrors)
        {
            return;
        }

        if (_dropped == 0)
        {
            throw new InvalidInputException([.. _diagnostics]);
        }

        Diagnostic rest = new()
        {
            Descriptor = YamlDiagnostics.TooManyViolations,
            Location = _firstDropped!,
            Found = $"{_dropped} further findings from here on",
            Remedy = "correct those above first",
        };
        throw new InvalidInputException([.. _diagnostics, rest]);
    }
}
