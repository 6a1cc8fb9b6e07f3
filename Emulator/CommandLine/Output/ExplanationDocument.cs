namespace Ganglion.CommandLine.Output;

/// <summary>JSON of <c>ganglion explain</c>.</summary>
internal sealed record ExplanationDocument(string Code, string Severity, string Title, string Explanation);
