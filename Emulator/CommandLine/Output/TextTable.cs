namespace Ganglion.CommandLine.Output;

/// <summary>A table: headings and rows of texts. A heading that starts with '&gt;' aligns its column to the right.</summary>
/// <param name="headings">Headings; all empty for a table without them.</param>
internal sealed class TextTable(params string[] headings)
{
    private readonly List<string[]> _rows = [];

    /// <summary>Headings, without alignment marks.</summary>
    public IReadOnlyList<string> Headings { get; } = [.. headings.Select(heading => heading.TrimStart('>'))];

    /// <summary>Rows, as wide as the headings.</summary>
    public IReadOnlyList<string[]> Rows => _rows;

    /// <summary>Whether a column is aligned to the right, as numbers are.</summary>
    /// <param name="column">Column, from 0.</param>
    public bool IsRight(int column) => headings[column].StartsWith('>');

    /// <summary>Adds a row.</summary>
    /// <param name="cells">One text per column; missing ones are empty.</param>
    public void Add(params string[] cells) => _rows.Add([.. cells, .. Enumerable.Repeat("", headings.Length - cells.Length)]);

    /// <summary>Writes it without lines or colours, columns two spaces apart.</summary>
    /// <param name="output">Where to.</param>
    public void WritePlain(TextWriter output)
    {
        bool named = Headings.Any(heading => heading.Length > 0);
        int[] widths = [.. Enumerable.Range(0, headings.Length).Select(column =>
            Math.Max(Headings[column].Length, _rows.Select(row => row[column].Length).DefaultIfEmpty(0).Max()))];
        foreach (IReadOnlyList<string> row in named ? _rows.Prepend([.. Headings]) : _rows)
        {
            IEnumerable<string> cells = row.Select((cell, column) => IsRight(column) ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]));
            output.WriteLine(string.Join("  ", cells).TrimEnd());
        }
    }
}
