using System.Numerics;

namespace Ganglion.Compiler.Allocate;

/// <summary>What a row of words looks like.</summary>
/// <param name="Start">Index of its first word.</param>
/// <param name="Length">Number of words.</param>
/// <param name="FirstCompartment">Lowest compartment that it reaches.</param>
/// <param name="FirstAccumulator">Lowest accumulator that it reaches: delay · stride + compartment.</param>
/// <param name="IsDense">Whether it covers a contiguous run of compartments with one delay and is long enough to gain from it.</param>
/// <param name="Hash">Hash of the words, counted from the first compartment.</param>
internal readonly record struct RowPattern(int Start, int Length, int FirstCompartment, int FirstAccumulator, bool IsDense, ulong Hash)
{
    private const uint AccumulatorMask = 0xFFFF;

    /// <summary>Sorts a row by accumulator and describes it.</summary>
    /// <param name="row">The words of the row, sorted in place.</param>
    /// <param name="start">Index of its first word.</param>
    /// <param name="stride">Compartments per delay slot.</param>
    /// <param name="shortestDense">Length from which a contiguous run is dense.</param>
    public static RowPattern Read(Span<uint> row, int start, uint stride, int shortestDense)
    {
        if (row.IsEmpty)
        {
            return new RowPattern(start, 0, 0, 0, false, 0);
        }

        SortByAccumulator(row);
        uint firstCompartment = uint.MaxValue;
        uint firstAccumulator = row[0] & AccumulatorMask;
        bool isContiguous = true;
        for (int i = 0; i < row.Length; i++)
        {
            uint accumulator = row[i] & AccumulatorMask;
            firstCompartment = Math.Min(firstCompartment, accumulator & (stride - 1));
            isContiguous &= accumulator == firstAccumulator + (uint)i;
        }

        uint lastAccumulator = row[^1] & AccumulatorMask;
        bool hasOneDelay = firstAccumulator / stride == lastAccumulator / stride;
        return new RowPattern(
            start, row.Length, (int)firstCompartment, (int)firstAccumulator,
            isContiguous && hasOneDelay && row.Length >= shortestDense, HashOf(row, firstCompartment));
    }

    private static ulong HashOf(ReadOnlySpan<uint> row, uint firstCompartment)
    {
        ulong hash = (ulong)row.Length;
        foreach (uint word in row)
        {
            hash = (hash ^ (word - firstCompartment)) * 0x9E3779B97F4A7C15;
            hash ^= hash >> 32;
        }

        return hash;
    }

    /// <summary>Sorts by accumulator, then weight, which makes the image canonical and the delivery of a row run through memory.</summary>
    private static void SortByAccumulator(Span<uint> row)
    {
        bool isSorted = true;
        for (int i = 0; i < row.Length; i++)
        {
            row[i] = BitOperations.RotateLeft(row[i], 16);
            isSorted &= i == 0 || row[i - 1] <= row[i];
        }

        if (!isSorted)
        {
            row.Sort();
        }

        for (int i = 0; i < row.Length; i++)
        {
            row[i] = BitOperations.RotateLeft(row[i], 16);
        }
    }
}
