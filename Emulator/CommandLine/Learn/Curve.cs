namespace Ganglion.CommandLine.Learn;

/// <summary>A line of a picture.</summary>
/// <param name="Name">What the legend says; empty for a line without an entry.</param>
/// <param name="Colour">Its colour.</param>
/// <param name="Points">Its points, from left to right.</param>
internal sealed record Curve(string Name, string Colour, IReadOnlyList<(double X, double Y)> Points);
