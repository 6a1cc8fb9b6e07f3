namespace Ganglion.ChipSpec.Reading;

/// <summary>A scalar: text, number, boolean or null.</summary>
public sealed class YamlScalar : YamlNode
{
    internal YamlScalar(YamlDocument document, YamlPlace place, string text, bool isPlain)
        : base(document, place)
    {
        Text = text;
        IsPlain = isPlain;
    }

    /// <summary>Text as written, quotes and escapes resolved.</summary>
    public string Text { get; }

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
