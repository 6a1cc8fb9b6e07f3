namespace Ganglion.ChipSpec.Learning;

/// <summary>Splits the text of a rule into tokens.</summary>
internal static class RuleScanner
{
    /// <summary>The tokens, with one at the end of the text.</summary>
    public static List<RuleToken> Scan(string text)
    {
        List<RuleToken> tokens = [];
        int position = 0;
        while (position < text.Length)
        {
            int start = position;
            char first = text[position++];
            if (first is ' ' or '\t' or '\r')
            {
                continue;
            }

            RuleTokenKind kind = RuleTokenKind.Sign;
            if (first is ';' or '\n')
            {
                kind = RuleTokenKind.Separator;
            }
            else if (char.IsAsciiLetter(first))
            {
                kind = RuleTokenKind.Word;
                position = EndOf(text, position, char.IsAsciiLetterOrDigit);
            }
            else if (char.IsAsciiDigit(first))
            {
                kind = RuleTokenKind.Number;
                position = EndOf(text, position, c => char.IsAsciiDigit(c) || c == '.');
            }

            tokens.Add(new RuleToken(kind, text[start..position], start));
        }

        tokens.Add(new RuleToken(RuleTokenKind.End, "", text.Length));
        return tokens;
    }

    private static int EndOf(string text, int position, Func<char, bool> belongs)
    {
        while (position < text.Length && belongs(text[position]))
        {
            position++;
        }

        return position;
    }
}
