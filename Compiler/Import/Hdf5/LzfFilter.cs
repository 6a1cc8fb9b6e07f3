using PureHDF.Filters;

namespace Ganglion.Compiler.Import.Hdf5;

/// <summary>Decompresses LZF, the light compression that h5py offers.</summary>
/// <remarks>Format: LibLZF by Marc Lehmann; a chunk is a sequence of literal runs and of copies from up to 8,192 bytes before.</remarks>
internal sealed class LzfFilter : IH5Filter
{
    private const int Literals = 32;
    private const int LongCopy = 7;

    private LzfFilter()
    {
    }

    /// <inheritdoc/>
    public ushort FilterId => 32000;

    /// <inheritdoc/>
    public string Name => "lzf";

    /// <summary>Makes the library know the filter; more than once does no harm.</summary>
    public static void Register() => H5Filter.Register(new LzfFilter());

    /// <inheritdoc/>
    public Memory<byte> Filter(FilterInfo info)
    {
        if (!info.Flags.HasFlag(H5FilterFlags.Decompress))
        {
            throw new NotSupportedException("LZF is read, not written.");
        }

        // A chunk that does not get smaller is stored as it is; a mark says so, which the library does not pass on.
        return Decompress(info.Buffer.Span, info.ChunkSize)
            ?? (info.Buffer.Length == info.ChunkSize ? info.Buffer : throw new InvalidDataException("A chunk that is compressed with LZF is damaged."));
    }

    /// <inheritdoc/>
    public uint[] GetParameters(uint[] chunkDimensions, uint typeSize, Dictionary<string, object>? options) =>
        throw new NotSupportedException("LZF is read, not written.");

    /// <summary>Decompresses a chunk.</summary>
    /// <param name="packed">Compressed bytes.</param>
    /// <param name="size">Bytes of the chunk.</param>
    /// <returns>The chunk, or <see langword="null"/> where the bytes are damaged.</returns>
    private static byte[]? Decompress(ReadOnlySpan<byte> packed, int size)
    {
        byte[] chunk = new byte[size];
        int next = 0;
        for (int i = 0; i < packed.Length;)
        {
            int control = packed[i++];
            if (control < Literals)
            {
                int run = control + 1;
                if (run > packed.Length - i || run > size - next)
                {
                    return null;
                }

                packed.Slice(i, run).CopyTo(chunk.AsSpan(next));
                i += run;
                next += run;
                continue;
            }

            int length = control >> 5;
            if (length == LongCopy && i < packed.Length)
            {
                length += packed[i++];
            }

            length += 2;
            int from = i < packed.Length ? next - ((control & 31) << 8) - packed[i++] - 1 : -1;
            if (from < 0 || length > size - next)
            {
                return null;
            }

            // Source and target may overlap: a copy can repeat what it has just written.
            for (int end = next + length; next < end; next++)
            {
                chunk[next] = chunk[from++];
            }
        }

        return next == size ? chunk : null;
    }
}
