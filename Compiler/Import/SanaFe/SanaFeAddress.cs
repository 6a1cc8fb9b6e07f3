using System.Globalization;

namespace Ganglion.Compiler.Import.SanaFe;

/// <summary>A group, and some of its neurons: <c>group</c>, <c>group.3</c> or <c>group.0..7</c>.</summary>
/// <param name="Group">Name of the group.</param>
/// <param name="First">First neuron; <see langword="null"/> when the whole group is meant.</param>
/// <param name="Last">Last neuron.</param>
internal readonly record struct SanaFeAddress(string Group, int? First, int Last)
{
    /// <summary>Reads an address; <see langword="null"/> when it is none.</summary>
    public static SanaFeAddress? TryParse(string text)
    {
        text = text.Trim();
        int dot = text.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0)
        {
            return text.Length > 0 ? new SanaFeAddress(text, null, 0) : null;
        }

        return dot > 0 && TryParseRange(text[(dot + 1)..]) is var (first, last) ? new SanaFeAddress(text[..dot], first, last) : null;
    }

    /// <summary>Reads <c>3</c> or <c>0..7</c>; <see langword="null"/> when it is neither.</summary>
    public static (int First, int Last)? TryParseRange(string text)
    {
        int dots = text.IndexOf("..", StringComparison.Ordinal);
        string first = dots < 0 ? text : text[..dots];
        string last = dots < 0 ? text : text[(dots + 2)..];
        return TryParseIndex(first, out int a) && TryParseIndex(last, out int b) && a <= b ? (a, b) : null;
    }

    private static bool TryParseIndex(string text, out int index) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out index);
}
