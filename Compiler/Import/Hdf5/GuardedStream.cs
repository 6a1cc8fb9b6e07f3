using System.Runtime.CompilerServices;

namespace Ganglion.Compiler.Import.Hdf5;

/// <summary>A file whose reader may be led in circles by what it reads, without harm.</summary>
/// <remarks>
/// Links that lead to themselves make the HDF5 library recurse without end, and trees that lead to themselves make it read without end.
/// It reads at every step, so here both are noticed: by the stack that is left, and by how much was read of how large a file.
/// </remarks>
internal sealed class GuardedStream(string path) : Stream
{
    private const long ReadsInAnyCase = 300_000;
    private const int ReadsPerByte = 16;
    private readonly FileStream _file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16);
    private long _reads;
    private bool _isCircular;

    public override bool CanRead => true;

    public override bool CanSeek => _file.CanSeek;

    public override bool CanWrite => false;

    public override long Length => _file.Length;

    public override long Position
    {
        get => _file.Position;
        set => _file.Position = value;
    }

    public override int Read(Span<byte> buffer)
    {
        // The library takes an exception for a broken link and goes on with the next one, so it is thrown from then on.
        _isCircular |= !RuntimeHelpers.TryEnsureSufficientExecutionStack() || ++_reads > ReadsInAnyCase + (ReadsPerByte * Length);
        if (buffer.Length > Length)
        {
            throw new InvalidDataException($"It asks for {buffer.Length:N0} bytes at once, and has {Length:N0}.");
        }

        return _isCircular ? throw new InvalidDataException("Its links or its structures lead in circles.") : _file.Read(buffer);
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin) => _file.Seek(offset, origin);

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _file.Dispose();
        }

        base.Dispose(disposing);
    }
}
