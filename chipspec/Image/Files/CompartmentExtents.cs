namespace Ganglion.ChipSpec.Image.Files;

/// <summary>Smallest and largest compartment over any range of synapse words, in time that hardly depends on its length.</summary>
/// <remarks>
/// Rows may share words, so scanning each would let a small file ask for unbounded work. Level k of the pyramid holds the extents of
/// blocks of 16^k words.
/// </remarks>
internal sealed class CompartmentExtents
{
    private const int BlockShift = 4;
    private const int BlockSize = 1 << BlockShift;

    private readonly uint[] _words;
    private readonly uint _mask;
    private readonly List<(ushort Min, ushort Max)[]> _levels = [];

    public CompartmentExtents(uint[] words, int slotStride)
    {
        _words = words;
        _mask = (uint)slotStride - 1;
        for (int size = words.Length >> BlockShift; size > 0; size >>= BlockShift)
        {
            (ushort, ushort)[] level = new (ushort, ushort)[size];
            for (int i = 0; i < size; i++)
            {
                level[i] = Scan(_levels.Count, i << BlockShift, BlockSize, (ushort.MaxValue, 0));
            }

            _levels.Add(level);
        }
    }

    /// <summary>The extent of a range of at least one word.</summary>
    public (int Min, int Max) Of(int start, int length)
    {
        (ushort Min, ushort Max) extent = (ushort.MaxValue, 0);
        int level = 0;
        (int from, int to) = (start, start + length);
        while (from < to)
        {
            int firstBlock = (from + BlockSize - 1) >> BlockShift;
            int lastBlock = to >> BlockShift;
            if (firstBlock >= lastBlock || level == _levels.Count)
            {
                extent = Scan(level, from, to - from, extent);
                break;
            }

            extent = Scan(level, from, (firstBlock << BlockShift) - from, extent);
            extent = Scan(level, lastBlock << BlockShift, to - (lastBlock << BlockShift), extent);
            (from, to) = (firstBlock, lastBlock);
            level++;
        }

        return extent;
    }

    private (ushort Min, ushort Max) Scan(int level, int start, int length, (ushort Min, ushort Max) extent)
    {
        (ushort min, ushort max) = extent;
        if (level == 0)
        {
            foreach (uint word in _words.AsSpan(start, length))
            {
                ushort compartment = (ushort)(word & 0xffff & _mask);
                min = Math.Min(min, compartment);
                max = Math.Max(max, compartment);
            }
        }
        else
        {
            foreach ((ushort blockMin, ushort blockMax) in _levels[level - 1].AsSpan(start, length))
            {
                min = Math.Min(min, blockMin);
                max = Math.Max(max, blockMax);
            }
        }

        return (min, max);
    }
}
