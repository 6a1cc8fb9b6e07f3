using System.Runtime.InteropServices;
using System.Text;

namespace Ganglion.CommandLine.Results;

/// <summary>Writes a NumPy array of one row after the other; its length becomes known at the end.</summary>
/// <remarks>Format: NumPy enhancement proposal 1, version 1.0. The header keeps room for the final shape.</remarks>
/// <typeparam name="T">Type of an element, little-endian.</typeparam>
internal sealed class NpyFile<T> : IResultFile
    where T : unmanaged
{
    private const int HeaderLength = 512;
    private readonly PendingFile _file;
    private readonly string _type;
    private readonly int? _rowLength;
    private long _rows;

    /// <summary>Begins a file.</summary>
    /// <param name="folder">Folder.</param>
    /// <param name="name">Name in the folder.</param>
    /// <param name="type">NumPy's description of an element, e.g. <c>'&lt;i4'</c>, as Python writes it.</param>
    /// <param name="rowLength">Elements of a row; <see langword="null"/> for an array of one dimension.</param>
    public NpyFile(string folder, string name, string type, int? rowLength)
    {
        Name = name;
        _type = type;
        _rowLength = rowLength;
        _file = new PendingFile(Path.Combine(folder, name));
        WriteHeader();
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>Appends rows.</summary>
    /// <param name="elements">Whole rows.</param>
    public void Write(ReadOnlySpan<T> elements)
    {
        _file.Stream.Write(MemoryMarshal.AsBytes(elements));
        _rows += elements.Length / Math.Max(_rowLength ?? 1, 1);
    }

    /// <inheritdoc/>
    public void Flush() => _file.Stream.Flush();

    /// <inheritdoc/>
    public void Complete()
    {
        _file.Stream.Position = 0;
        WriteHeader();
        _file.Complete();
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private void WriteHeader()
    {
        string shape = _rowLength is { } length ? $"({_rows}, {length})" : $"({_rows},)";
        string header = $"{{'descr': {_type}, 'fortran_order': False, 'shape': {shape}, }}";
        const int prefix = 10;
        ReadOnlySpan<byte> magic = [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', 1, 0, (HeaderLength - prefix) & 0xff, (HeaderLength - prefix) >> 8];
        _file.Stream.Write(magic);
        _file.Stream.Write(Encoding.ASCII.GetBytes(header.PadRight(HeaderLength - prefix - 1) + "\n"));
    }
}
