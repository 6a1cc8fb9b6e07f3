using System.Globalization;
using System.IO.Compression;

namespace Ganglion.CommandLine.Digits;

/// <summary>The files of <c>examples/digits</c> that come along with the program.</summary>
internal static class DigitFiles
{
    private const int Pixels = 64;
    private const double White = 16.0;

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "examples", "digits");

    /// <summary>Path of a network.</summary>
    /// <param name="name">Name of its file.</param>
    public static string NetworkPath(string name) => Path.Combine(Folder, name);

    /// <summary>Reads the images that the networks were not trained on.</summary>
    /// <param name="count">How many at most; the first ones.</param>
    public static IReadOnlyList<DigitImage> ReadTestImages(int count) => Read("test", count);

    /// <summary>Reads the images that networks are trained on.</summary>
    /// <param name="count">How many at most; the first ones.</param>
    public static IReadOnlyList<DigitImage> ReadTrainingImages(int count) => Read("train", count);

    /// <summary>Id of an image's first pixel, which keys its random draws.</summary>
    /// <param name="image">The image.</param>
    public static ulong FirstId(DigitImage image) => (ulong)image.Number * Pixels;

    private static List<DigitImage> Read(string split, int count)
    {
        using StreamReader reader = new(new GZipStream(File.OpenRead(Path.Combine(Folder, "digits.csv.gz")), CompressionMode.Decompress));
        List<DigitImage> images = [];
        int number = -1;
        while (images.Count < count && reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#') || line.Length == 0)
            {
                continue;
            }

            string[] cells = line.Split(',');
            if (number >= 0 && cells[0] == split)
            {
                images.Add(new DigitImage(number, Parse(cells[1]), [.. cells[2..].Select(cell => Parse(cell) / White)]));
            }

            number++;
        }

        return images;
    }

    private static int Parse(string cell) => int.Parse(cell, NumberStyles.None, CultureInfo.InvariantCulture);
}
