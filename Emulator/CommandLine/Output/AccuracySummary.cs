namespace Ganglion.CommandLine.Output;

/// <summary>Shares of images, 0 to 1: right in floating point, right on the chip, and answered alike by both.</summary>
internal sealed record AccuracySummary(double Float, double Chip, double Agreement);
