namespace Ganglion.Compiler.Families.TrueNorth;

/// <summary>The sets of types that the axons of one source can have.</summary>
internal static class TypeChoices
{
    private static readonly IReadOnlyList<int[]>[] ByDigits = [.. Enumerable.Range(1, WeightFit.Types).Select(Combine)];

    /// <summary>All of them, ascending; with four axons each has a type of its own, which no other choice improves on often.</summary>
    /// <param name="digits">Number of axons, 1 to 4.</param>
    public static IReadOnlyList<int[]> For(int digits) => ByDigits[digits - 1];

    private static IReadOnlyList<int[]> Combine(int digits) =>
        digits == WeightFit.Types ? [[0, 1, 2, 3]] : [.. Extend([], digits)];

    private static IEnumerable<int[]> Extend(int[] begin, int digits) => begin.Length == digits
        ? [begin]
        : Enumerable.Range(begin.LastOrDefault(), WeightFit.Types - begin.LastOrDefault()).SelectMany(type => Extend([.. begin, type], digits));
}
