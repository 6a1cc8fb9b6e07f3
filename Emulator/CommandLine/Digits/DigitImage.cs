namespace Ganglion.CommandLine.Digits;

/// <summary>A handwritten digit.</summary>
/// <param name="Number">Position in the data file, from 0; keys its random draws.</param>
/// <param name="Label">The digit, 0 to 9.</param>
/// <param name="Pixels">64 intensities, row by row, 0 (white) to 1.</param>
internal sealed record DigitImage(int Number, int Label, double[] Pixels);
