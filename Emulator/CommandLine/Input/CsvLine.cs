using System.Text;

namespace Ganglion.CommandLine.Input;

/// <summary>Splits a line of comma-separated values (RFC 4180).</summary>
internal static class CsvLine
{
    /// <summary>The cells of a line, or <see langword="null"/> when its quotes do not match.</summary>
    /// <param name="line">The line.</param>
    public static List<string>? Split(string line)
    {
        List<string> cells = [];
        var cell = new StringBuilder();
        bool quoted = false;
        for (int i = 0; i < line.Length; i++)
        {
            char c = line[i];
            if (c == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"')
            {
                cell.Append('"');
                i++;
            }
            else if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c == ',' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(c);
            }
        }

        cells.Add(cell.ToString());
        return quoted ? null : cells;
    }
}
