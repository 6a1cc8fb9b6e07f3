namespace Ganglion.ChipSpec.Reading;

/// <summary>Finds what a user probably meant by a name that does not exist.</summary>
public static class Suggestion
{
    // Longer names are not typing errors of anything, and the comparison is quadratic.
    private const int MaxLength = 64;

    /// <summary>The known name that is nearest to <paramref name="found"/>, or <see langword="null"/> when none is near.</summary>
    /// <param name="found">Name that does not exist.</param>
    /// <param name="known">Names that do; the first of equally near ones wins.</param>
    /// <returns>A name at most a third of its length (and at least one) edits away, letter case aside.</returns>
    public static string? Nearest(string found, IEnumerable<string> known)
    {
        if (found.Length is 0 or > MaxLength)
        {
            return null;
        }

        string? best = null;
        int bestDistance = int.MaxValue;
        foreach (string name in known)
        {
            if (name.Length is 0 or > MaxLength)
            {
                continue;
            }

            int distance = Distance(found.ToLowerInvariant(), name.ToLowerInvariant());
            if (distance < bestDistance && distance <= Math.Max(1, Math.Max(found.Length, name.Length) / 3))
            {
                (best, bestDistance) = (name, distance);
            }
        }

        return best;
    }

    /// <summary>A remedy for an unknown name: <c>did you mean 'x'?</c>, or the list of what exists.</summary>
    /// <param name="found">Name that does not exist.</param>
    /// <param name="known">Names that do.</param>
    public static string Remedy(string found, IReadOnlyCollection<string> known)
    {
        if (Nearest(found, known) is { } nearest)
        {
            return $"did you mean '{nearest}'?";
        }

        return known.Count == 0 ? "remove it" : $"use one of {List(known)}";
    }

    /// <summary>The names, separated by commas; long lists are cut.</summary>
    /// <param name="names">Names.</param>
    public static string List(IReadOnlyCollection<string> names)
    {
        const int shown = 40;
        string text = string.Join(", ", names.Take(shown));
        return names.Count <= shown ? text : $"{text}, and {names.Count - shown} more";
    }

    // Edits from one text to the other: a character inserted, removed or replaced, or two neighbours swapped.
    private static int Distance(string a, string b)
    {
        Span<int> beforeLast = stackalloc int[MaxLength + 1];
        Span<int> last = stackalloc int[MaxLength + 1];
        Span<int> row = stackalloc int[MaxLength + 1];
        for (int j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }

        for (int i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                row[j] = Math.Min(replaced, Math.Min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
                }
            }

            Span<int> free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }

        return last[b.Length];
    }
}
