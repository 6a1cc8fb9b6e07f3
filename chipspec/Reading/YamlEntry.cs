using Ganglion.ChipSpec.Diagnostics;

namespace Ganglion.ChipSpec.Reading;

/// <summary>A key and its value in a <see cref="YamlMapping"/>.</summary>
public sealed class YamlEntry
{
    private readonly int _line;
    private readonly int _column;

    internal YamlEntry(string key, YamlNode value, int line, int column)
    {
        Key = key;
        Value = value;
        _line = line;
        _column = column;
    }

    /// <summary>Key.</summary>
    public string Key { get; }

    /// <summary>Value.</summary>
    public YamlNode Value { get; }

    /// <summary>Where the key stands.</summary>
    public SourceLocation KeyLocation => Value.Location with { Line = _line, Column = _column };
}
