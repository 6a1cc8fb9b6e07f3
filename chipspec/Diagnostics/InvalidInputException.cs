namespace Ganglion.ChipSpec.Diagnostics;

/// <summary>An input that cannot be taken, with everything that is wrong with it.</summary>
public sealed class InvalidInputException : Exception
{
    /// <summary>Creates the exception from its findings.</summary>
    /// <param name="diagnostics">At least one finding; all that were found at once.</param>
    public InvalidInputException(IReadOnlyList<Diagnostic> diagnostics)
        : base(string.Join(Environment.NewLine, diagnostics))
    {
        ArgumentOutOfRangeException.ThrowIfZero(diagnostics.Count);
        Diagnostics = diagnostics;
    }

    /// <summary>Creates the exception from a single finding.</summary>
    /// <param name="diagnostic">The finding.</param>
    public InvalidInputException(Diagnostic diagnostic)
        : this([diagnostic])
    {
    }

    /// <summary>Creates the exception from the parts of a single finding.</summary>
    /// <param name="descriptor">Kind of the finding.</param>
    /// <param name="location">Where it was found.</param>
    /// <param name="found">What was found.</param>
    /// <param name="allowed">What is allowed.</param>
    /// <param name="remedy">What the user can do.</param>
    public InvalidInputException(
        DiagnosticDescriptor descriptor, SourceLocation location, string found, string? allowed = null, string? remedy = null)
        : this(new Diagnostic { Descriptor = descriptor, Location = location, Found = found, Allowed = allowed, Remedy = remedy })
    {
    }

    /// <summary>Everything that was found, errors and the warnings beside them.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }
}
