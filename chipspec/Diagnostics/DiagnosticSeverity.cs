namespace Ganglion.ChipSpec.Diagnostics;

/// <summary>How much a diagnostic matters.</summary>
public enum DiagnosticSeverity
{
    /// <summary>Worth knowing; nothing is lost.</summary>
    Info,

    /// <summary>The result differs from what was described, or may.</summary>
    Warning,

    /// <summary>The input cannot be taken.</summary>
    Error,
}
