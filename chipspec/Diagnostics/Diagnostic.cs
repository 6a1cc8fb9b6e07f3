namespace Ganglion.ChipSpec.Diagnostics;

/// <summary>One finding about an input: where, what was found, what is allowed, what to do.</summary>
public sealed record Diagnostic
{
    /// <summary>Kind of the finding.</summary>
    public required DiagnosticDescriptor Descriptor { get; init; }

    /// <summary>Where it was found.</summary>
    public required SourceLocation Location { get; init; }

    /// <summary>What was found, with amount and unit.</summary>
    public required string Found { get; init; }

    /// <summary>What is allowed, with amount and unit; <see langword="null"/> when the finding says it all.</summary>
    public string? Allowed { get; init; }

    /// <summary>What the user can do; <see langword="null"/> when nothing needs doing.</summary>
    public string? Remedy { get; init; }

    /// <summary>Code of the kind, e.g. <c>GAN2003</c>.</summary>
    public string Code => Descriptor.Code;

    /// <summary>How much it matters.</summary>
    public DiagnosticSeverity Severity => Descriptor.Severity;

    /// <summary>One line for people.</summary>
    public override string ToString()
    {
        string severity = Severity switch
        {
            DiagnosticSeverity.Error => "error",
            DiagnosticSeverity.Warning => "warning",
            _ => "note",
        };
        string text = $"{Location}: {severity} {Code}: {Found}";
        if (Allowed is not null)
        {
            text += $"; allowed: {Allowed}";
        }

        return Remedy is null ? text : $"{text}. Try: {Remedy}";
    }
}
