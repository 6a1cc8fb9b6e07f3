using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Spec;

namespace Ganglion.ChipSpec.Reading;

/// <summary>Values that only chip specifications have.</summary>
internal static class SpecNode
{
    private const int MaxNameLength = 64;

    /// <summary>A name that commands and other places of the file refer to.</summary>
    public static string AsName(this YamlNode node)
    {
        string name = node.AsString();
        if (node is YamlScalar { IsNull: false })
        {
            CheckName(node, name, node.Location);
        }

        return name;
    }

    /// <summary>Records a name that is not a plain word.</summary>
    public static void CheckName(YamlNode node, string name, SourceLocation location)
    {
        if (!IsName(name))
        {
            node.Document.Violations.Add(
                ChipSpecDiagnostics.BadName,
                location,
                $"the name '{Printable.Shorten(name)}'",
                $"a letter, then letters, digits, '-', '_' or '.', at most {MaxNameLength} characters",
                "rename it");
        }
    }

    /// <summary>Whether a text is a plain word.</summary>
    public static bool IsName(string text) =>
        text.Length is > 0 and <= MaxNameLength
        && char.IsAsciiLetter(text[0])
        && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');

    /// <summary>A range, written <c>{min: …, max: …}</c>.</summary>
    public static IntegerRange AsRange(this YamlNode node, int min, int max)
    {
        YamlMapping mapping = node.AsMapping();
        YamlNode minNode = mapping.Required("min");
        YamlNode maxNode = mapping.Required("max");
        int violations = node.Document.Violations.Count;
        IntegerRange range = new(minNode.AsInt32(min, max), maxNode.AsInt32(min, max));
        mapping.RejectUnknownKeys();
        if (range.Min > range.Max && node.Document.Violations.Count == violations)
        {
            node.Report(ChipSpecDiagnostics.Inconsistent, $"min {range.Min} above max {range.Max}", "min ≤ max", "exchange them");
        }

        return range;
    }

    /// <summary>A list of names, each once.</summary>
    public static IReadOnlyList<string> AsNames(this YamlNode node)
    {
        List<string> names = [];
        foreach (YamlNode item in node.AsSequence(minCount: 1, maxCount: 64))
        {
            string name = item.AsName();
            if (names.Contains(name) && name.Length > 0)
            {
                item.Report(ChipSpecDiagnostics.DuplicateName, $"'{Printable.Shorten(name)}' a second time", "every name once", "remove one of them");
            }

            names.Add(name);
        }

        return names;
    }

    /// <summary>A list of integers in ascending order, without repetition.</summary>
    public static IReadOnlyList<int> AsAscending(this YamlNode node, int min, int max)
    {
        int violations = node.Document.Violations.Count;
        int[] values = [.. node.AsSequence(minCount: 1, maxCount: 64).Select(item => item.AsInt32(min, max))];
        for (int i = 1; i < values.Length; i++)
        {
            if (values[i] <= values[i - 1] && node.Document.Violations.Count == violations)
            {
                node.AsSequence()[i].Report(
                    ChipSpecDiagnostics.Inconsistent, $"{values[i]} after {values[i - 1]}", "values in ascending order, each once", "sort the list");
                break;
            }
        }

        return values;
    }
}
