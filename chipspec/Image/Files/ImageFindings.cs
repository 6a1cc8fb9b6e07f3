using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Reading;

namespace Ganglion.ChipSpec.Image.Files;

/// <summary>Gathers the contradictions of an image.</summary>
internal sealed class ImageFindings(string? fileName)
{
    private const string Remedy = "compile the network again";

    public ViolationCollector Violations { get; } = new();

    public string? FileName => fileName;

    /// <summary>Records a contradiction unless <paramref name="holds"/>.</summary>
    /// <returns><paramref name="holds"/>.</returns>
    public bool Expect(bool holds, string path, string found, string allowed)
    {
        if (!holds)
        {
            Violations.Add(ImageDiagnostics.Contradiction, new SourceLocation(fileName, Path: path), found, allowed, Remedy);
        }

        return holds;
    }
}
