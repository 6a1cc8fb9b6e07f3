using Ganglion.ChipSpec.Diagnostics;

namespace Ganglion.ChipSpec.Reading;

/// <summary>A scalar: text, number, boolean or null.</summary>
public sealed class YamlScalar : YamlNode
{
    private readonly ScalarLayout _layout;

    internal YamlScalar(YamlDocument document, YamlPlace place, string text, bool isPlain, ScalarLayout layout)
        : base(document, place)
    {
        Text = text;
        IsPlain = isPlain;
        _layout = layout;
    }

    /// <summary>Text as written, quotes and escapes resolved.</summary>
    public string Text { get; }

    /// <summary>Where the first character of the text stands, for languages within YAML.</summary>
    /// <remarks>
    /// Lines of the text stand below each other from there. Where quotes, escapes or folded lines do not allow that, the location has no
    /// line and column, and its path names the line.
    /// </remarks>
    public SourceLocation TextLocation
    {
        get
        {
            SourceLocation start = Location;
            return _layout switch
            {
                ScalarLayout.Plain => start,
                ScalarLayout.Quoted => start with { Column = start.Column + 1 },
                ScalarLayout.Block when Document.Indentation(start.Line!.Value + 1) is { } indentation =>
                    start with { Line = start.Line + 1, Column = indentation + 1 },
                _ => start with { Line = null, Column = null, Path = $"{start.Path}, text from line {start.Line}" },
            };
        }
    }

    /// <summary>Whether it stands without quotes; only then it can be a number, a boolean or null.</summary>
    public bool IsPlain { get; }

    /// <inheritdoc/>
    public override bool IsNull => IsPlain && Text is "" or "~" or "null" or "Null" or "NULL";

    /// <inheritdoc/>
    public override string Description =>
        IsNull ? "nothing"
        : IsPlain && NumberText.IsNumber(Text, out _) ? $"the number {Printable.Shorten(Text)}"
        : $"the text '{Printable.Shorten(Text)}'";
}
