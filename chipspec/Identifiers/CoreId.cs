namespace Ganglion.ChipSpec.Identifiers;

/// <summary>A core of a machine: chips are numbered first, then tiles, then the cores of a tile.</summary>
/// <param name="Value">Zero-based index; <c>tile · coresPerTile + core</c>.</param>
public readonly record struct CoreId(int Value) : IComparable<CoreId>
{
    /// <inheritdoc/>
    public int CompareTo(CoreId other) => Value.CompareTo(other.Value);

    /// <summary>True when <paramref name="left"/> comes before <paramref name="right"/>.</summary>
    public static bool operator <(CoreId left, CoreId right) => left.Value < right.Value;

    /// <summary>True when <paramref name="left"/> comes after <paramref name="right"/>.</summary>
    public static bool operator >(CoreId left, CoreId right) => left.Value > right.Value;

    /// <summary>True when <paramref name="left"/> does not come after <paramref name="right"/>.</summary>
    public static bool operator <=(CoreId left, CoreId right) => left.Value <= right.Value;

    /// <summary>True when <paramref name="left"/> does not come before <paramref name="right"/>.</summary>
    public static bool operator >=(CoreId left, CoreId right) => left.Value >= right.Value;

    /// <inheritdoc/>
    public override string ToString() => $"core {Value}";
}
