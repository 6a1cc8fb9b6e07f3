using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Spectre.Console;

namespace Ganglion.CommandLine.Output;

/// <summary>Where the program talks: results on standard output, messages and progress on standard error.</summary>
/// <param name="output">Standard output.</param>
/// <param name="error">Standard error.</param>
/// <param name="isDecorated">Whether standard output is a terminal that shows lines and colours.</param>
/// <param name="showsProgress">Whether standard error is a terminal that can show progress.</param>
internal sealed class Terminal(TextWriter output, TextWriter error, bool isDecorated = false, bool showsProgress = false)
{
    private readonly Lazy<IAnsiConsole> _console = new(() => AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) }));

    /// <summary>Standard output.</summary>
    public TextWriter Output => output;

    /// <summary>Standard error.</summary>
    public TextWriter Error => error;

    /// <summary>The terminal that this process was started from; <c>NO_COLOR</c> and pipes make it plain.</summary>
    public static Terminal OfProcess()
    {
        bool plain = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
            || Environment.GetEnvironmentVariable("TERM") == "dumb";
        return new Terminal(Console.Out, Console.Error, !plain && !Console.IsOutputRedirected, !plain && !Console.IsErrorRedirected);
    }

    /// <summary>Writes a line.</summary>
    /// <param name="text">The line; empty for a gap.</param>
    public void WriteLine(string text = "") => output.WriteLine(text);

    /// <summary>Writes a heading.</summary>
    /// <param name="text">The heading.</param>
    public void WriteHeading(string text)
    {
        if (isDecorated)
        {
            _console.Value.MarkupLine($"[bold]{Markup.Escape(text)}[/]");
        }
        else
        {
            output.WriteLine(text);
        }
    }

    /// <summary>Writes a table.</summary>
    /// <param name="table">The table.</param>
    public void Write(TextTable table)
    {
        if (!isDecorated)
        {
            table.WritePlain(output);
            return;
        }

        var drawn = new Table { Border = TableBorder.Rounded, ShowHeaders = table.Headings.Any(heading => heading.Length > 0) };
        for (int column = 0; column < table.Headings.Count; column++)
        {
            drawn.AddColumn(new TableColumn(Markup.Escape(table.Headings[column]))
            {
                Alignment = table.IsRight(column) ? Justify.Right : Justify.Left,
            });
        }

        foreach (string[] row in table.Rows)
        {
            drawn.AddRow([.. row.Select(Markup.Escape)]);
        }

        _console.Value.Write(drawn);
    }

    /// <summary>Writes a JSON document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="contract">How it is written.</param>
    /// <typeparam name="T">Type of the document.</typeparam>
    public void Write<T>(T document, JsonTypeInfo<T> contract) => output.WriteLine(JsonSerializer.Serialize(document, contract));

    /// <summary>Shows progress while something runs; on a terminal only.</summary>
    /// <param name="what">What runs.</param>
    /// <param name="total">Number of steps.</param>
    /// <param name="work">The work; it calls its argument with the number of steps done so far, from one thread at a time.</param>
    /// <typeparam name="T">What the work returns.</typeparam>
    public T WithProgress<T>(string what, long total, Func<Action<long>, T> work) =>
        WithProgress<T>(what, total, report => work(done => report(done, what)));

    /// <summary>The same, with a text that changes.</summary>
    /// <param name="what">What runs, at the beginning.</param>
    /// <param name="total">Number of steps.</param>
    /// <param name="work">The work; it calls its argument with the number of steps done so far and what there is to say.</param>
    /// <typeparam name="T">What the work returns.</typeparam>
    public T WithProgress<T>(string what, long total, Func<Action<long, string>, T> work)
    {
        if (!showsProgress)
        {
            return work((_, _) => { });
        }

        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(error) });
        return console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                ProgressTask task = context.AddTask(Markup.Escape(what), maxValue: total);
                return work((done, text) => (task.Value, task.Description) = (done, Markup.Escape(text)));
            });
    }
}
