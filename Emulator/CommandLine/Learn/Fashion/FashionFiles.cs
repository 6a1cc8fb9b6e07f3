using System.Buffers.Binary;
using System.IO.Compression;
using Ganglion.ChipSpec.Diagnostics;

namespace Ganglion.CommandLine.Learn.Fashion;

/// <summary>Reads Fashion-MNIST (Xiao, Rasul and Vollgraf 2017, arXiv:1708.07747) from its compressed IDX files.</summary>
/// <param name="folder">Where the files are.</param>
internal sealed class FashionFiles(string folder)
{
    /// <summary>Where the Debian package puts the files.</summary>
    public const string UsualFolder = "/usr/share/datasets/fashion-mnist";

    /// <summary>Pixels of an image, of which each is the mean of 2×2 pixels in the file.</summary>
    public const int PixelCount = Side * Side;

    private const int Side = 14;
    private const int FileSide = 2 * Side;
    private const int ImageMagic = 2051;
    private const int LabelMagic = 2049;
    private const int Classes = 10;
    private const double White = 4 * 255;

    /// <summary>Reads the first images to train on.</summary>
    /// <param name="count">How many.</param>
    /// <exception cref="InvalidInputException">A file is missing, or holds something else.</exception>
    public IReadOnlyList<FashionImage> ReadTrainingImages(int count) => Read("train", count);

    /// <summary>Reads the first images to test on.</summary>
    /// <param name="count">How many.</param>
    /// <exception cref="InvalidInputException">A file is missing, or holds something else.</exception>
    public IReadOnlyList<FashionImage> ReadTestImages(int count) => Read("t10k", count);

    private FashionImage[] Read(string split, int count)
    {
        byte[] pixels = ReadItems($"{split}-images-idx3-ubyte.gz", ImageMagic, [FileSide, FileSide], count);
        string labelFile = $"{split}-labels-idx1-ubyte.gz";
        byte[] labels = ReadItems(labelFile, LabelMagic, [], count);
        return labels.Max() < Classes
            ? [.. labels.Select((label, i) => new FashionImage(i, label, Halve(pixels.AsSpan(i * FileSide * FileSide, FileSide * FileSide))))]
            : throw Damaged(labelFile, $"the label {labels.Max()}");
    }

    /// <summary>Makes an image of half the width and height.</summary>
    private static double[] Halve(ReadOnlySpan<byte> pixels)
    {
        double[] half = new double[PixelCount];
        for (int pixel = 0; pixel < pixels.Length; pixel++)
        {
            half[(pixel / FileSide / 2 * Side) + (pixel % FileSide / 2)] += pixels[pixel] / White;
        }

        return half;
    }

    private byte[] ReadItems(string name, int magic, int[] shape, int count)
    {
        string path = Path.Combine(folder, name);
        if (!File.Exists(path))
        {
            throw new InvalidInputException(new Diagnostic
            {
                Descriptor = FashionDiagnostics.Missing,
                Location = new SourceLocation(path),
                Found = "no such file",
                Remedy = "install the Debian package dataset-fashion-mnist, or name the folder of the files with --data",
            });
        }

        try
        {
            using var stream = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
            byte[] header = new byte[sizeof(int) * (2 + shape.Length)];
            stream.ReadExactly(header);
            int[] numbers = [.. header.Chunk(sizeof(int)).Select(bytes => BinaryPrimitives.ReadInt32BigEndian(bytes))];
            if (numbers[0] != magic || !numbers.AsSpan(2).SequenceEqual(shape))
            {
                throw Damaged(name, "another header");
            }

            byte[] items = new byte[shape.Aggregate(count, (product, length) => product * length)];
            stream.ReadExactly(items);
            return items;
        }
        catch (EndOfStreamException)
        {
            throw Damaged(name, $"fewer than {count} items");
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw Damaged(name, e.Message.TrimEnd('.'));
        }
    }

    private InvalidInputException Damaged(string name, string found) => new(new Diagnostic
    {
        Descriptor = FashionDiagnostics.Content,
        Location = new SourceLocation(Path.Combine(folder, name)),
        Found = found,
        Allowed = "the file of Fashion-MNIST with this name",
        Remedy = "get the file again, or name another folder with --data",
    });
}
