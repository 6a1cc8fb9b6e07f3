namespace Ganglion.CommandLine.Learn;

/// <summary>A panel of a picture, with lines over a common axis.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Low">Lower end of its axis.</param>
/// <param name="High">Upper end of its axis.</param>
/// <param name="Curves">Its lines.</param>
internal sealed record CurvePanel(string Title, double Low, double High, IReadOnlyList<Curve> Curves)
{
    /// <summary>Where something happens, with its name.</summary>
    public IReadOnlyList<(double X, string Name)> Marks { get; init; } = [];
}
