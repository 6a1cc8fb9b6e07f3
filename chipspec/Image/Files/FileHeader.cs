using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Ganglion.ChipSpec.Image.Files;

/// <summary>What stands before the content of a file, 36 bytes.</summary>
/// <param name="Version">Version of the format.</param>
/// <param name="PayloadBytes">Length of the content.</param>
/// <param name="Checksum">XxHash128 of the content, 16 bytes.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FileHeader(uint Version, long PayloadBytes, byte[] Checksum)
{
    public const int Bytes = 36;

    private const int VersionAt = 8;
    private const int LengthAt = 12;
    private const int ChecksumAt = 20;

    /// <summary>Leaves room for the header at the start of a file.</summary>
    public static void Reserve(FileStream file) => file.Write(new byte[Bytes]);

    /// <summary>Writes the header to the start of a file.</summary>
    /// <param name="file">File.</param>
    /// <param name="letter">Letter of its kind.</param>
    public void Write(FileStream file, byte letter)
    {
        byte[] header = new byte[Bytes];
        Magic(letter).CopyTo(header, 0);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(VersionAt), Version);
        BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(LengthAt), PayloadBytes);
        Checksum.CopyTo(header.AsSpan(ChecksumAt));
        file.Position = 0;
        file.Write(header);
    }

    /// <summary>Reads the header; the file stands at its content then.</summary>
    /// <param name="file">File, at its start.</param>
    /// <param name="letter">Letter of the kind that is expected.</param>
    /// <param name="header">The header.</param>
    /// <param name="isOfKind">Whether the file begins as those of its kind do, as far as it goes.</param>
    public static bool TryRead(FileStream file, byte letter, out FileHeader header, out bool isOfKind)
    {
        byte[] bytes = new byte[Bytes];
        int read = file.ReadAtLeast(bytes, Bytes, throwOnEndOfStream: false);
        byte[] magic = Magic(letter);
        int known = Math.Min(read, magic.Length);
        isOfKind = known > 0 && bytes.AsSpan(0, known).SequenceEqual(magic.AsSpan(0, known));
        header = new FileHeader(
            BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(VersionAt)),
            BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(LengthAt)),
            bytes[ChecksumAt..]);
        return isOfKind && read == Bytes;
    }

    // As PNG does: a byte that is no text, a line end that text transfers change, and an end-of-file mark.
    private static byte[] Magic(byte letter) => [0x89, (byte)'G', (byte)'N', letter, 0x0d, 0x0a, 0x1a, 0x0a];
}
