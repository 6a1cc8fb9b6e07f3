using System.Globalization;
using Ganglion.ChipSpec.Diagnostics;

namespace Ganglion.ChipSpec.Reading;

/// <summary>A node of a <see cref="YamlDocument"/>: a mapping, a sequence or a scalar.</summary>
/// <remarks>
/// An accessor whose expectation is not met records a violation and returns a default (0, the empty string, an absent mapping), so that
/// reading goes on and finds the next violation. A node that is absent (because a required key is missing, or a parent had the wrong
/// kind) returns defaults silently: its absence has been recorded already.
/// </remarks>
public abstract class YamlNode
{
    private readonly YamlNode? _parent;
    private readonly string? _key;
    private readonly int _index;
    private readonly int _line;
    private readonly int _column;

    private protected YamlNode(YamlDocument document, YamlPlace place)
    {
        Document = document;
        (_parent, _key, _index, _line, _column) = place;
    }

    /// <summary>Document that the node belongs to.</summary>
    public YamlDocument Document { get; }

    /// <summary>Whether the node stands for something that is missing.</summary>
    public virtual bool IsAbsent => false;

    /// <summary>Whether the node is an empty scalar, <c>null</c> or <c>~</c>.</summary>
    public virtual bool IsNull => false;

    /// <summary>Dotted path from the top, e.g. <c>prices[0].energy.spike</c>; empty for the top.</summary>
    public string Path
    {
        get
        {
            string above = _parent?.Path ?? "";
            return (_parent, _key) switch
            {
                (null, _) => "",
                (_, null) => $"{above}[{_index}]",
                _ => above.Length == 0 ? Printable.Shorten(_key) : $"{above}.{Printable.Shorten(_key)}",
            };
        }
    }

    /// <summary>File, line, column and path.</summary>
    public SourceLocation Location => new(Document.FileName, _line, _column, Path);

    /// <summary>What the node is, for messages: <c>a mapping</c>, <c>the number 7</c>.</summary>
    public abstract string Description { get; }

    /// <summary>Records that the node is wrong; does nothing on an absent node.</summary>
    /// <param name="descriptor">Kind of the finding.</param>
    /// <param name="found">What was found.</param>
    /// <param name="allowed">What is allowed.</param>
    /// <param name="remedy">What the user can do.</param>
    public void Report(DiagnosticDescriptor descriptor, string found, string? allowed = null, string? remedy = null)
    {
        if (!IsAbsent)
        {
            Document.Violations.Add(descriptor, Location, found, allowed, remedy);
        }
    }

    /// <summary>The node as a mapping; an absent mapping when it is something else.</summary>
    public YamlMapping AsMapping() => this as YamlMapping ?? Mismatch("a mapping (key: value)", Absent(Document));

    /// <summary>The items of a sequence; none when it is something else.</summary>
    /// <param name="minCount">Fewest items.</param>
    /// <param name="maxCount">Most items.</param>
    public IReadOnlyList<YamlNode> AsSequence(int minCount = 0, int maxCount = int.MaxValue)
    {
        if (this is not YamlSequence sequence)
        {
            return Mismatch<IReadOnlyList<YamlNode>>("a list ([…] or - …)", []);
        }

        int count = sequence.Items.Count;
        if (count < minCount || count > maxCount)
        {
            string allowed = maxCount == int.MaxValue ? $"at least {minCount}" : minCount == maxCount ? $"{minCount}" : $"{minCount} to {maxCount}";
            Report(YamlDiagnostics.OutOfRange, $"{count} items", $"{allowed} items");
            return [];
        }

        return sequence.Items;
    }

    /// <summary>The node as text; quoted or plain, not empty unless quoted.</summary>
    public string AsString() => this is YamlScalar { IsNull: false } scalar ? scalar.Text : Mismatch("text", "");

    /// <summary>The node as <c>true</c> or <c>false</c>.</summary>
    public bool AsBoolean() => this switch
    {
        YamlScalar { IsPlain: true, Text: "true" } => true,
        YamlScalar { IsPlain: true, Text: "false" } => false,
        _ => Mismatch("true or false", false),
    };

    /// <summary>The node as a 32-bit integer, written in decimal without quotes.</summary>
    /// <param name="min">Smallest allowed value.</param>
    /// <param name="max">Largest allowed value.</param>
    /// <returns>The value, or 0 when it is none or out of range.</returns>
    public int AsInt32(int min = int.MinValue, int max = int.MaxValue) => (int)AsInt64(min, max);

    /// <summary>The node as a 64-bit integer, written in decimal without quotes.</summary>
    /// <param name="min">Smallest allowed value.</param>
    /// <param name="max">Largest allowed value.</param>
    /// <returns>The value, or 0 when it is none or out of range.</returns>
    public long AsInt64(long min = long.MinValue, long max = long.MaxValue)
    {
        string allowed = $"an integer {NumberText.Range(min, max)}";
        if (this is not YamlScalar { IsPlain: true } scalar || !NumberText.IsInteger(scalar.Text))
        {
            return Mismatch(allowed, 0L);
        }

        if (!long.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value) || value < min || value > max)
        {
            Report(YamlDiagnostics.OutOfRange, Printable.Shorten(scalar.Text), allowed);
            return 0;
        }

        return value;
    }

    /// <summary>The node as a finite number, written without quotes.</summary>
    /// <param name="min">Smallest allowed value.</param>
    /// <param name="max">Largest allowed value.</param>
    /// <returns>The value, or 0 when it is none or out of range.</returns>
    public double AsDouble(double min = double.MinValue, double max = double.MaxValue)
    {
        string allowed = $"a number {NumberText.Range(min, max)}";
        if (this is not YamlScalar { IsPlain: true } scalar || !NumberText.IsNumber(scalar.Text, out double value))
        {
            return Mismatch(allowed, 0.0);
        }

        if (!(value >= min && value <= max))
        {
            Report(YamlDiagnostics.OutOfRange, Printable.Shorten(scalar.Text), allowed);
            return 0;
        }

        return value;
    }

    /// <summary>The node as one of some words.</summary>
    /// <param name="allowed">The words; letter case matters.</param>
    /// <returns>The word, or the empty string when it is none of them.</returns>
    public string AsChoice(IReadOnlyCollection<string> allowed)
    {
        if (this is not YamlScalar { IsNull: false } scalar)
        {
            return Mismatch($"one of {Suggestion.List(allowed)}", "");
        }

        if (!allowed.Contains(scalar.Text, StringComparer.Ordinal))
        {
            Report(YamlDiagnostics.UnknownValue, $"'{Printable.Shorten(scalar.Text)}'", Suggestion.List(allowed), Suggestion.Remedy(scalar.Text, allowed));
            return "";
        }

        return scalar.Text;
    }

    /// <summary>The node as a value of an enumeration, written in camelCase.</summary>
    /// <returns>The value, or the default one when it is none of them.</returns>
    public TEnum AsEnum<TEnum>()
        where TEnum : struct, Enum =>
        EnumWords<TEnum>.Values.TryGetValue(AsChoice(EnumWords<TEnum>.Words), out TEnum value) ? value : default;

    internal static YamlMapping Absent(YamlDocument document) => YamlMapping.CreateAbsent(document);

    private T Mismatch<T>(string allowed, T fallback)
    {
        Report(YamlDiagnostics.WrongType, Description, allowed);
        return fallback;
    }
}
