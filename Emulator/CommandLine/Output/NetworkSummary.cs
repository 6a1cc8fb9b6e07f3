namespace Ganglion.CommandLine.Output;

/// <summary>Which network ran.</summary>
internal sealed record NetworkSummary(string Name, string Hash);
