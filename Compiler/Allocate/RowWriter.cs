using Ganglion.ChipSpec.Image;

namespace Ganglion.Compiler.Allocate;

/// <summary>Gathers the words of sparse and shared rows and the weights of dense ones.</summary>
/// <param name="source">Words of all rows.</param>
internal sealed class RowWriter(uint[] source)
{
    private readonly List<uint> _words = [];
    private readonly List<short> _dense = [];

    /// <summary>Words of sparse and shared rows so far.</summary>
    public uint[] Words => [.. _words];

    /// <summary>Weights of dense rows so far.</summary>
    public short[] Dense => [.. _dense];

    /// <summary>Appends a row.</summary>
    /// <returns>Where it starts.</returns>
    public int Write(RowPattern pattern, RowForm form)
    {
        ReadOnlySpan<uint> row = source.AsSpan(pattern.Start, pattern.Length);
        if (form == RowForm.Dense)
        {
            int start = _dense.Count;
            foreach (uint word in row)
            {
                _dense.Add((short)(word >> 16));
            }

            return start;
        }

        int first = _words.Count;
        uint shift = form == RowForm.Shared ? (uint)pattern.FirstCompartment : 0;
        foreach (uint word in row)
        {
            _words.Add(word - shift);
        }

        return first;
    }
}
