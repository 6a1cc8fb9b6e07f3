using System.Globalization;
using System.Text;
using Ganglion.ChipSpec.Reading;
using Ganglion.ChipSpec.Spec;

namespace Ganglion.ChipSpec.Writing;

/// <summary>Writes block-style YAML in exactly one way, whatever a YAML library would choose.</summary>
internal sealed class CanonicalYaml
{
    private static readonly string[] Reserved = ["null", "true", "false"];

    private readonly StringBuilder _text = new();
    private int _indent;
    private bool _afterDash;

    public void Text(string key, string? value)
    {
        if (value is not null)
        {
            Line(key, Scalar(value));
        }
    }

    public void Word<TEnum>(string key, TEnum value)
        where TEnum : struct, Enum => Line(key, EnumWords<TEnum>.Word(value));

    public void Integer(string key, long? value)
    {
        if (value is { } integer)
        {
            Line(key, integer.ToString(CultureInfo.InvariantCulture));
        }
    }

    public void Number(string key, double? value)
    {
        if (value is { } number)
        {
            Line(key, number.ToString("R", CultureInfo.InvariantCulture));
        }
    }

    public void Boolean(string key, bool value) => Line(key, value ? "true" : "false");

    public void Range(string key, IntegerRange? range)
    {
        if (range is { } given)
        {
            Line(key, string.Create(CultureInfo.InvariantCulture, $"{{min: {given.Min}, max: {given.Max}}}"));
        }
    }

    public void Integers(string key, IReadOnlyList<int> values) => Line(key, $"[{string.Join(", ", values)}]");

    public void Texts(string key, IReadOnlyList<string> values) => Line(key, $"[{string.Join(", ", values.Select(Scalar))}]");

    /// <summary>Writes a mapping whose entries <paramref name="content"/> writes.</summary>
    public void Mapping(string key, Action content)
    {
        Line(key, "");
        int start = _text.Length;
        _indent++;
        content();
        _indent--;
        if (_text.Length == start)
        {
            _text.Insert(start - 1, " {}");
        }
    }

    /// <summary>Writes a sequence of mappings.</summary>
    public void Sequence<T>(string key, IReadOnlyList<T> items, Action<T> item)
    {
        Line(key, items.Count == 0 ? "[]" : "");
        _indent += 2;
        foreach (T one in items)
        {
            _afterDash = true;
            item(one);
        }

        _indent -= 2;
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    private void Line(string key, string value)
    {
        if (_afterDash)
        {
            _text.Append(' ', (2 * _indent) - 2).Append("- ");
            _afterDash = false;
        }
        else
        {
            _text.Append(' ', 2 * _indent);
        }

        _text.Append(Scalar(key)).Append(':');
        if (value.Length > 0)
        {
            _text.Append(' ').Append(value);
        }

        _text.Append('\n');
    }

    private static string Scalar(string text) =>
        SpecNode.IsName(text) && !Reserved.Contains(text, StringComparer.OrdinalIgnoreCase) ? text : Quote(text);

    private static string Quote(string text)
    {
        StringBuilder quoted = new("\"");
        foreach (char c in text)
        {
            _ = c switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append(@"\\"),
                _ when char.IsControl(c) || c is '\u2028' or '\u2029' or '\ufeff' => quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"),
                _ => quoted.Append(c),
            };
        }

        return quoted.Append('"').ToString();
    }
}
