using System.Globalization;

namespace Ganglion.CommandLine.Results;

/// <summary>Writes a file of comma-separated values, one row after the other, without allocating per row.</summary>
internal sealed class CsvFile : IResultFile
{
    private readonly PendingFile _file;
    private readonly StreamWriter _writer;
    private readonly char[] _number = new char[32];
    private bool _first = true;

    /// <summary>Begins a file.</summary>
    /// <param name="folder">Folder.</param>
    /// <param name="name">Name in the folder.</param>
    /// <param name="header">Names of the columns.</param>
    public CsvFile(string folder, string name, string header)
    {
        Name = name;
        _file = new PendingFile(Path.Combine(folder, name));
        _writer = new StreamWriter(_file.Stream) { NewLine = "\n" };
        _writer.WriteLine(header);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>Quotes a text where the format needs it.</summary>
    /// <param name="text">A text.</param>
    public static string Quote(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>Adds a whole number to the row.</summary>
    /// <param name="value">The number.</param>
    public CsvFile Add(long value)
    {
        Separate();
        value.TryFormat(_number, out int length, default, CultureInfo.InvariantCulture);
        _writer.Write(_number, 0, length);
        return this;
    }

    /// <summary>Adds a number to the row.</summary>
    /// <param name="value">The number.</param>
    public CsvFile Add(double value)
    {
        Separate();
        value.TryFormat(_number, out int length, "R", CultureInfo.InvariantCulture);
        _writer.Write(_number, 0, length);
        return this;
    }

    /// <summary>Adds a text to the row.</summary>
    /// <param name="quoted">The text, quoted where it must be.</param>
    public CsvFile Add(string quoted)
    {
        Separate();
        _writer.Write(quoted);
        return this;
    }

    /// <summary>Ends the row.</summary>
    public void EndRow()
    {
        _writer.Write('\n');
        _first = true;
    }

    /// <inheritdoc/>
    public void Flush()
    {
        _writer.Flush();
        _file.Stream.Flush();
    }

    /// <inheritdoc/>
    public void Complete()
    {
        _writer.Flush();
        _file.Complete();
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private void Separate()
    {
        if (!_first)
        {
            _writer.Write(',');
        }

        _first = false;
    }
}
