namespace Ganglion.CommandLine.Learning;

/// <summary>A curve of a learning window.</summary>
/// <param name="Label">What was done.</param>
/// <param name="Points">Its points, ascending by difference.</param>
internal sealed record WindowCurve(string Label, IReadOnlyList<WindowPoint> Points);
