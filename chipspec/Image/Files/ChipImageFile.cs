using Ganglion.ChipSpec.Diagnostics;

namespace Ganglion.ChipSpec.Image.Files;

/// <summary>Writes and reads chip images; the format is described in <c>docs/formats/image.md</c>.</summary>
public static class ChipImageFile
{
    private static readonly SealedFile File = new(new SealedFormat
    {
        Letter = (byte)'G',
        Version = 1,
        Name = "a chip image (.chip)",
        Origin = "pass the file that 'ganglion compile … -o' has written",
        Remedy = "compile the network again",
        Unreadable = ImageDiagnostics.Unreadable,
        Foreign = ImageDiagnostics.NotAnImage,
        Older = ImageDiagnostics.Older,
        Newer = ImageDiagnostics.Newer,
        Truncated = ImageDiagnostics.Truncated,
        Corrupted = ImageDiagnostics.Corrupted,
        Unwritable = ImageDiagnostics.Unwritable,
    });

    /// <summary>Writes an image; the file appears whole or not at all.</summary>
    /// <param name="image">Image.</param>
    /// <param name="path">Path of the file; what stands there is replaced.</param>
    /// <exception cref="InvalidInputException">The file cannot be written.</exception>
    public static void Write(ChipImage image, string path) => File.Write(image, path);

    /// <summary>Reads an image and checks it.</summary>
    /// <param name="path">Path of the file; also its name in messages.</param>
    /// <exception cref="InvalidInputException">The file is no image, of another version, damaged, or contradicts itself.</exception>
    public static ChipImage Read(string path)
    {
        ChipImage image = File.Read<ChipImage>(path);
        IReadOnlyList<Diagnostic> findings = ChipImageCheck.Run(image, path);
        return findings.Count == 0 ? image : throw new InvalidInputException(findings);
    }
}
