using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;

namespace Ganglion.CommandLine.Weights;

/// <summary>Encodes pixels as PNG, without loss.</summary>
/// <remarks>Format: ISO/IEC 15948, colour type 2 (truecolour) with 8 bits, one compressed stream, no filter.</remarks>
internal static class PngImage
{
    private const int BytesPerPixel = 3;

    /// <summary>Encodes an image.</summary>
    /// <param name="pixels">Red, green and blue of each pixel, row after row from the top.</param>
    /// <param name="width">Pixels of a row, at least 1.</param>
    public static byte[] Encode(ReadOnlySpan<byte> pixels, int width)
    {
        int stride = width * BytesPerPixel;
        int height = pixels.Length / stride;
        using var compressed = new MemoryStream();
        using (var deflate = new ZLibStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            for (int row = 0; row < height; row++)
            {
                deflate.WriteByte(0);
                deflate.Write(pixels.Slice(row * stride, stride));
            }
        }

        byte[] header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 2);
        using var png = new MemoryStream();
        png.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a]);
        Add(png, "IHDR", header);
        Add(png, "IDAT", compressed.ToArray());
        Add(png, "IEND", []);
        return png.ToArray();
    }

    private static void Add(MemoryStream png, string type, byte[] content)
    {
        byte[] chunk = [.. Encoding.ASCII.GetBytes(type), .. content];
        Span<byte> number = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        png.Write(number);
        png.Write(chunk);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.HashToUInt32(chunk));
        png.Write(number);
    }
}
