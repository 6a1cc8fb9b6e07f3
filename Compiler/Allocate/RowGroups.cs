namespace Ganglion.Compiler.Allocate;

/// <summary>Which rows are equal when counted from their first compartment.</summary>
internal sealed class RowGroups
{
    private readonly int[] _representative;
    private readonly int[] _size;

    private RowGroups(int rows)
    {
        _representative = new int[rows];
        _size = new int[rows];
    }

    /// <summary>Lowest row that equals a row.</summary>
    public int Representative(int row) => _representative[row];

    /// <summary>Whether another row equals a row.</summary>
    public bool IsShared(int row) => _size[_representative[row]] > 1;

    /// <summary>Groups rows by hash and comparison.</summary>
    /// <param name="words">Words of all rows.</param>
    /// <param name="patterns">The rows.</param>
    /// <param name="canShare">Whether a row may be one with another; rows that learn may not.</param>
    public static RowGroups Find(uint[] words, RowPattern[] patterns, Func<int, bool> canShare)
    {
        RowGroups groups = new(patterns.Length);
        Dictionary<ulong, int> newest = [];
        int[] sameHash = new int[patterns.Length];
        for (int i = 0; i < patterns.Length; i++)
        {
            if (!canShare(i))
            {
                groups._representative[i] = i;
                groups._size[i] = 1;
                continue;
            }

            int candidate = newest.GetValueOrDefault(patterns[i].Hash, -1);
            int head = candidate;
            while (candidate >= 0 && !AreEqual(words, patterns[candidate], patterns[i]))
            {
                candidate = sameHash[candidate];
            }

            groups._representative[i] = candidate < 0 ? i : candidate;
            groups._size[groups._representative[i]]++;
            if (candidate < 0)
            {
                sameHash[i] = head;
                newest[patterns[i].Hash] = i;
            }
        }

        return groups;
    }

    private static bool AreEqual(uint[] words, RowPattern a, RowPattern b)
    {
        if (a.Length != b.Length)
        {
            return false;
        }

        ReadOnlySpan<uint> first = words.AsSpan(a.Start, a.Length);
        ReadOnlySpan<uint> second = words.AsSpan(b.Start, b.Length);
        uint shift = unchecked((uint)(b.FirstCompartment - a.FirstCompartment));
        for (int i = 0; i < first.Length; i++)
        {
            if (unchecked(first[i] + shift) != second[i])
            {
                return false;
            }
        }

        return true;
    }
}
