namespace Ganglion.CommandLine.Learn;

/// <summary>A number that a task measured.</summary>
/// <param name="Name">Name in JSON.</param>
/// <param name="Label">What people read.</param>
/// <param name="Value">The number.</param>
/// <param name="IsShare">Whether it is a share, 0 to 1.</param>
internal sealed record Measure(string Name, string Label, double Value, bool IsShare = false);
