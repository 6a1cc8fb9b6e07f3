namespace Ganglion.ChipSpec.Diagnostics;

/// <summary>A kind of diagnostic: its stable code and the long explanation that <c>ganglion explain</c> prints.</summary>
/// <param name="Code">Stable code, <c>GAN</c> and four digits.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Title">One line without a full stop.</param>
/// <param name="Explanation">What happened, why the chip or the format has this rule, and what can be done; Markdown, with an example.</param>
public sealed record DiagnosticDescriptor(string Code, DiagnosticSeverity Severity, string Title, string Explanation);
