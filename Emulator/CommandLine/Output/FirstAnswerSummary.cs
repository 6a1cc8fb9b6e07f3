namespace Ganglion.CommandLine.Output;

/// <summary>From the first spike of an image to the first spike of an answer, mean of the images that had one; chip time in seconds.</summary>
internal sealed record FirstAnswerSummary(int Images, double Timesteps, double? ChipTime);
