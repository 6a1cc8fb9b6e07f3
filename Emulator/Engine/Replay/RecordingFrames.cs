using System.Buffers.Binary;
using System.IO.Hashing;

namespace Ganglion.Emulator.Replay;

/// <summary>A file of frames, each with its length and checksum: what was written before a program died can be read.</summary>
/// <remarks><code>frame = kind (1 byte), length (4 bytes), content, XxHash32 of content (4 bytes), little-endian</code></remarks>
internal static class RecordingFrames
{
    /// <summary>Bytes that every recording begins with; the last one is the version.</summary>
    public static ReadOnlySpan<byte> Signature => [0x8B, (byte)'G', (byte)'R', (byte)'U', (byte)'N', 0x0D, 0x0A, Version];

    /// <summary>Version of the format.</summary>
    public const byte Version = 1;

    private const int LengthBytes = sizeof(int);
    private const int HeadBytes = 1 + LengthBytes;
    private const int HashBytes = sizeof(uint);

    /// <summary>Writes a frame.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="kind">Kind of its content.</param>
    /// <param name="content">Its content.</param>
    public static void Write(Stream stream, FrameKind kind, ReadOnlySpan<byte> content)
    {
        Span<byte> head = stackalloc byte[HeadBytes];
        head[0] = (byte)kind;
        BinaryPrimitives.WriteInt32LittleEndian(head[1..], content.Length);
        Span<byte> hash = stackalloc byte[HashBytes];
        BinaryPrimitives.WriteUInt32LittleEndian(hash, XxHash32.HashToUInt32(content));
        stream.Write(head);
        stream.Write(content);
        stream.Write(hash);
    }

    /// <summary>Reads the next frame.</summary>
    /// <param name="stream">Where from; it can seek.</param>
    /// <param name="kind">Kind of the content.</param>
    /// <param name="content">The content.</param>
    /// <returns>Whether there was one, the file ended before its end, or it is damaged.</returns>
    public static FrameState Read(Stream stream, out FrameKind kind, out byte[] content)
    {
        (kind, content) = (default, []);
        Span<byte> head = stackalloc byte[HeadBytes];
        if (stream.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false) < HeadBytes)
        {
            return FrameState.End;
        }

        kind = (FrameKind)head[0];
        int length = BinaryPrimitives.ReadInt32LittleEndian(head[1..]);
        if (length < 0 || !Enum.IsDefined(kind))
        {
            return FrameState.Damaged;
        }

        // Before anything is allocated: the rest of the file bounds it.
        if (stream.Length - stream.Position < (long)length + HashBytes)
        {
            return FrameState.End;
        }

        content = new byte[length];
        stream.ReadExactly(content);
        Span<byte> hash = stackalloc byte[HashBytes];
        stream.ReadExactly(hash);
        return BinaryPrimitives.ReadUInt32LittleEndian(hash) == XxHash32.HashToUInt32(content) ? FrameState.Whole : FrameState.Damaged;
    }
}
