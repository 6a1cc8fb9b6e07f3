namespace Ganglion.CommandLine.Digits;

/// <summary>What the network answered to an image.</summary>
/// <param name="Image">The image.</param>
/// <param name="Float">Answer in floating point.</param>
/// <param name="Chip">Answer on the chip.</param>
internal sealed record DigitAnswer(DigitImage Image, int Float, int Chip);
