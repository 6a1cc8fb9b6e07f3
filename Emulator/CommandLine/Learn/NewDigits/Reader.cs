using Ganglion.CommandLine.Digits;
using Ganglion.CommandLine.Learn.Digits;

namespace Ganglion.CommandLine.Learn.NewDigits;

/// <summary>A network that reads digits as they come, and how well.</summary>
/// <param name="show">Shows images to it.</param>
/// <param name="names">Names of its neurons.</param>
internal sealed class Reader(ImageShow show, NeuronNames names)
{
    /// <summary>Digits below this are known from the beginning.</summary>
    public const int FirstNewDigit = 7;

    /// <summary>Accuracy on the digits that come from the beginning.</summary>
    public RecentAccuracy Known { get; } = new();

    /// <summary>Accuracy on the digits that come later.</summary>
    public RecentAccuracy New { get; } = new();

    /// <summary>Names of its neurons.</summary>
    public NeuronNames Names => names;

    /// <summary>Reads an image, and is told its label afterwards.</summary>
    /// <param name="image">The image.</param>
    /// <param name="shown">Number of all images shown so far.</param>
    public void Read(DigitImage image, long shown)
    {
        ReadOnlySpan<int> responses = show.Show(image);
        (image.Label < FirstNewDigit ? Known : New).Note(names.Answer(responses) == image.Label, shown);
        names.Note(image.Label, responses);
    }
}
