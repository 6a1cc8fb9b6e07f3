namespace Ganglion.CommandLine.Output;

/// <summary>From the first spike of a source to the first spike of an output.</summary>
internal sealed record LatencySummary(long FirstInput, long FirstOutput, long Timesteps, double? ChipTime);
