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

    /// <summary>Everything that was found, errors and the warnings beside them.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }
}
