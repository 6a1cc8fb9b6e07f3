using System.CommandLine;
using System.Text.Json;
using Ganglion.CommandLine.Learn;
using Ganglion.CommandLine.Output;
using Ganglion.CommandLine.Results;

namespace Ganglion.CommandLine.Commands;

/// <summary>A task of <c>ganglion learn</c>.</summary>
internal abstract class LearnTaskCommand : GanglionCommand
{
    private readonly Terminal _terminal;
    private readonly Defaults _defaults;
    private readonly Option<string?> _chip = new("--chip") { Description = $"Preset, or path of a chip's .yaml file [default: {Defaults.UsualChip}]", HelpName = "chip" };
    private readonly Option<long?> _seed = CommandOptions.Number("--seed", "Seed of every random draw [default: 1]", 0, long.MaxValue);
    private readonly Option<long?> _threads = CommandOptions.Number("--threads", "Worker threads; they never change the result [default: 1]", 1, CommandOptions.MaximumThreads);
    private readonly Option<string?> _out = new("--out") { Description = "Folder for summary.json and pictures", HelpName = "folder" };

    /// <summary>Creates the command.</summary>
    /// <param name="terminal">Where it talks.</param>
    /// <param name="defaults">What holds where nothing is said.</param>
    /// <param name="name">Name of the task.</param>
    /// <param name="description">What is learned.</param>
    /// <param name="options">Options of this task alone.</param>
    /// <param name="examples">Command lines that help shows.</param>
    protected LearnTaskCommand(Terminal terminal, Defaults defaults, string name, string description, Option[] options, params string[] examples)
        : base(name, description, examples)
    {
        _terminal = terminal;
        _defaults = defaults;
        foreach (Option option in (Option[])[.. options, _chip, _seed, _threads, _out])
        {
            Options.Add(option);
        }
    }

    /// <summary>Learns the task.</summary>
    /// <param name="arguments">The parsed command line.</param>
    /// <param name="settings">What all tasks take.</param>
    /// <param name="terminal">Shows progress.</param>
    /// <param name="folder">Takes pictures; <see langword="null"/> for none.</param>
    /// <param name="cancellation">Stops the task; what was learned until then is reported.</param>
    protected abstract LearnSummary Learn(
        ParseResult arguments, LearnSettings settings, Terminal terminal, RunFolder? folder, CancellationToken cancellation);

    /// <inheritdoc/>
    protected override int Run(ParseResult arguments, CancellationToken cancellation)
    {
        using RunFolder? folder = arguments.GetValue(_out) is { } path ? new RunFolder(path) : null;
        var settings = new LearnSettings
        {
            Chip = arguments.GetValue(_chip) ?? _defaults.Chip,
            Seed = (ulong)(arguments.GetValue(_seed) ?? 1),
            Threads = (int?)arguments.GetValue(_threads) ?? _defaults.Threads ?? 1,
        };
        LearnSummary summary = Learn(arguments, settings, _terminal, folder, cancellation);
        if (folder?.Complete() is { } failure)
        {
            throw failure;
        }

        summary = summary with { Files = folder?.FileNames ?? [] };
        folder?.WriteSummary(JsonSerializer.Serialize(summary, PlainJson.Contracts.LearnSummary));
        if (WantsJson(arguments))
        {
            _terminal.Write(summary, PlainJson.Contracts.LearnSummary);
        }
        else
        {
            LearnReport.Write(_terminal, summary);
        }

        if (!summary.Completed)
        {
            _terminal.Error.WriteLine("ganglion: stopped before the task was over");
            return ExitCode.Failure;
        }

        return ExitCode.Success;
    }
}
