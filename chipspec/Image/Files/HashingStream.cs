using System.IO.Hashing;

namespace Ganglion.ChipSpec.Image.Files;

/// <summary>Passes what is written on and hashes it on the way.</summary>
internal sealed class HashingStream(Stream inner) : Stream
{
    private readonly XxHash128 _hash = new();

    /// <summary>Bytes written so far.</summary>
    public long Written { get; private set; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => Written;

    public override long Position
    {
        get => Written;
        set => throw new NotSupportedException();
    }

    /// <summary>XxHash128 of what was written, 16 bytes.</summary>
    public byte[] Hash() => _hash.GetCurrentHash();

    /// <summary>XxHash128 of a stream from where it stands to its end, 16 bytes.</summary>
    public static byte[] HashOf(Stream stream)
    {
        XxHash128 hash = new();
        hash.Append(stream);
        return hash.GetCurrentHash();
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        _hash.Append(buffer);
        inner.Write(buffer);
        Written += buffer.Length;
    }

    public override void Flush() => inner.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
