using Ganglion.ChipSpec.Diagnostics;

namespace Ganglion.ChipSpec.Reading;

/// <summary>What is checked and said about the text itself, before and beside its parsing.</summary>
internal static class YamlTextCheck
{
    /// <summary>Refuses text that is too long or holds control characters, as binary files do.</summary>
    /// <exception cref="InvalidInputException">It does.</exception>
    public static void Check(YamlDocument document, string text, YamlLimits limits)
    {
        if (text.Length > limits.MaxLength)
        {
            throw Refuse(
                document, YamlDiagnostics.TooLarge, new SourceLocation(document.FileName), $"{text.Length} characters", $"at most {limits.MaxLength} characters", "split the file");
        }

        int at = text.AsSpan().IndexOfAnyInRange('\0', '\u0008');
        if (at < 0)
        {
            at = text.AsSpan().IndexOfAnyInRange('\u000b', '\u000c');
        }

        if (at < 0)
        {
            at = text.AsSpan().IndexOfAnyInRange('\u000e', '\u001f');
        }

        if (at >= 0)
        {
            int line = 1 + text.AsSpan(0, at).Count('\n');
            int column = at - text.AsSpan(0, at).LastIndexOf('\n');
            throw Refuse(
                document,
                YamlDiagnostics.NotText,
                new SourceLocation(document.FileName, line, column),
                $"the control character U+{(int)text[at]:X4}",
                "text",
                "check that this is a text file");
        }
    }

    /// <summary>The parser's message without the position that it carries itself.</summary>
    public static string Describe(string message)
    {
        string line = message.ReplaceLineEndings(" ");
        int afterPosition = line.StartsWith('(') ? line.IndexOf("): ", StringComparison.Ordinal) : -1;
        line = (afterPosition >= 0 ? line[(afterPosition + 3)..] : line).TrimEnd('.', ' ');
        return $"text that is not YAML ({line})";
    }

    /// <summary>The line at or beside a syntax error that is indented with a tab, from 1; <see langword="null"/> when none is.</summary>
    public static int? TabIndentedLine(string text, int line)
    {
        int current = 1;
        foreach (ReadOnlySpan<char> content in text.AsSpan().EnumerateLines())
        {
            int indent = content.IndexOfAnyExcept(' ', '\t');
            if (current >= line - 1 && content[..Math.Max(0, indent)].Contains('\t'))
            {
                return current;
            }

            if (++current > line + 1)
            {
                break;
            }
        }

        return null;
    }

    private static InvalidInputException Refuse(
        YamlDocument document, DiagnosticDescriptor descriptor, SourceLocation location, string found, string allowed, string remedy)
    {
        document.Violations.Add(descriptor, location, found, allowed, remedy);
        return new InvalidInputException([.. document.Violations.Diagnostics]);
    }
}
