using System.Text;

namespace Ganglion.ChipSpec.Reading;

/// <summary>Makes text from an input fit for a message: one short line without control characters.</summary>
public static class Printable
{
    private const int MaxLength = 60;

    /// <summary>Shortens a text, and shows what a terminal would not.</summary>
    /// <param name="text">The text.</param>
    public static string Shorten(string text)
    {
        string head = text.Length <= MaxLength ? text : text[..MaxLength];
        if (!head.Any(NeedsEscape))
        {
            return head.Length == text.Length ? head : head + "…";
        }

        StringBuilder escaped = new();
        foreach (char c in head)
        {
            escaped.Append(NeedsEscape(c) ? $"\\u{(int)c:x4}" : c.ToString());
        }

        return head.Length == text.Length ? escaped.ToString() : escaped.Append('…').ToString();
    }

    // Lone surrogates and direction marks would garble the terminal as control characters do.
    private static bool NeedsEscape(char c) => char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');
}
