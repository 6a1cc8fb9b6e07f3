using System.Globalization;
using System.Text;
using Ganglion.ChipSpec.Diagnostics;

namespace Ganglion.ChipSpec.Reading;

/// <summary>Reads comma-separated values (RFC 4180, without line breaks in cells): a header, then a row per line.</summary>
/// <remarks>
/// Stands on the header at first. Allocates nothing for rows of numbers. White space around a line is dropped, and so are empty lines
/// after the header.
/// </remarks>
public ref struct CsvReader
{
    private const int MostShown = 60;

    private readonly string _file;
    private SpanLineEnumerator _lines;
    private ReadOnlySpan<char> _line;
    private ReadOnlySpan<char> _rest;
    private int _number;

    /// <summary>Begins at the header.</summary>
    /// <param name="text">Content of a file.</param>
    /// <param name="file">Its name, for messages.</param>
    public CsvReader(string text, string file)
    {
        _file = file;
        _lines = text.AsSpan().EnumerateLines();
        Advance();
    }

    /// <summary>The line that is read, the header at first; empty for an empty text.</summary>
    public readonly ReadOnlySpan<char> Line => _line;

    /// <summary>The line for a message: in quotes, and not longer than a message should be.</summary>
    public readonly string Excerpt => _line.Length <= MostShown ? $"'{_line}'" : $"'{_line[..MostShown]}…'";

    /// <summary>Where the line stands.</summary>
    public readonly SourceLocation Location => new(_file, _number, 1);

    /// <summary>Whether every cell of the row was taken.</summary>
    public bool IsAtEnd { get; private set; }

    /// <summary>Goes to the next row.</summary>
    /// <returns>Whether there is one.</returns>
    public bool Read()
    {
        while (Advance())
        {
            if (!_line.IsEmpty)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Takes the next cell if it is a whole number: digits alone.</summary>
    /// <param name="most">Largest number that is taken.</param>
    /// <param name="value">The number.</param>
    /// <returns>Whether there was such a cell.</returns>
    public bool TryTake(long most, out long value)
    {
        value = 0;
        if (IsAtEnd)
        {
            return false;
        }

        int comma = _rest.IndexOf(',');
        ReadOnlySpan<char> cell = comma < 0 ? _rest : _rest[..comma];
        Pass(cell.Length);
        return long.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value <= most;
    }

    /// <summary>Takes the next cell if it is a whole number: digits alone.</summary>
    /// <param name="most">Largest number that is taken.</param>
    /// <param name="value">The number.</param>
    /// <returns>Whether there was such a cell.</returns>
    public bool TryTake(int most, out int value)
    {
        bool taken = TryTake((long)most, out long number);
        value = taken ? (int)number : 0;
        return taken;
    }

    /// <summary>Takes the next cell as text.</summary>
    /// <param name="value">The text, without its quotes.</param>
    /// <returns>Whether there was a cell with matching quotes.</returns>
    public bool TryTake(out string value)
    {
        value = "";
        if (IsAtEnd)
        {
            return false;
        }

        if (!_rest.StartsWith('"'))
        {
            int comma = _rest.IndexOf(',');
            value = (comma < 0 ? _rest : _rest[..comma]).ToString();
            Pass(value.Length);
            return !value.Contains('"', StringComparison.Ordinal);
        }

        var text = new StringBuilder();
        int next = 1;
        while (next < _rest.Length && (_rest[next] != '"' || _rest[(next + 1)..].StartsWith('"')))
        {
            text.Append(_rest[next]);
            next += _rest[next] == '"' ? 2 : 1;
        }

        value = text.ToString();
        int end = next + 1;
        bool closed = next < _rest.Length && (end == _rest.Length || _rest[end] == ',');
        Pass(Math.Min(end, _rest.Length));
        return closed;
    }

    private bool Advance()
    {
        if (!_lines.MoveNext())
        {
            return false;
        }

        _line = _lines.Current.Trim();
        _rest = _line;
        _number++;
        IsAtEnd = false;
        return true;
    }

    private void Pass(int length)
    {
        IsAtEnd = length == _rest.Length;
        _rest = IsAtEnd ? [] : _rest[(length + 1)..];
    }
}
