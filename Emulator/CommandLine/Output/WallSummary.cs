namespace Ganglion.CommandLine.Output;

/// <summary>How long the emulation took on this machine; the only part of a summary that differs between equal runs.</summary>
internal sealed record WallSummary(double Seconds, double TimestepsPerSecond);
