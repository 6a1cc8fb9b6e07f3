using System.CommandLine;
using System.Text.Json;
using Ganglion.CommandLine.Digits;
using Ganglion.CommandLine.Output;
using Ganglion.CommandLine.Results;

namespace Ganglion.CommandLine.Commands;

/// <summary><c>ganglion demo</c>: a trained network reads handwritten digits on an emulated chip.</summary>
internal sealed class DemoCommand : GanglionCommand
{
    private const int AllImages = 360;
    private readonly Terminal _terminal;
    private readonly TimeProvider _time;
    private readonly Defaults _defaults;
    private readonly Option<string> _code = CommandOptions.Choice(
        "--code", "How pixels become spikes, with the network trained for it", [.. DigitCode.All.Select(code => code.Name)]);

    private readonly Option<string?> _chip = new("--chip") { Description = $"Preset, or path of a chip's .yaml file [default: {Defaults.UsualChip}]", HelpName = "chip" };
    private readonly Option<long?> _steps = CommandOptions.Number("--steps", "Timesteps in which an image is shown [default: 32]", 1, 10_000);
    private readonly Option<long?> _images = CommandOptions.Number("--images", $"Images to show [default: {AllImages}]", 1, AllImages);
    private readonly Option<long?> _threads = CommandOptions.Number("--threads", "Worker threads; they never change the result [default: 1]", 1, CommandOptions.MaximumThreads);
    private readonly Option<long?> _seed = CommandOptions.Number("--seed", "Seed of the rate code [default: 1]", 0, long.MaxValue);
    private readonly Option<string?> _prices = new("--prices") { Description = "Price table for energy and chip time [default: the chip's first]", HelpName = "table" };
    private readonly Option<string?> _out = new("--out") { Description = "Folder for summary.json and answers.csv", HelpName = "folder" };

    /// <summary>Creates the command.</summary>
    /// <param name="terminal">Where it talks.</param>
    /// <param name="time">Wall clock.</param>
    /// <param name="defaults">What holds when an option is not given.</param>
    public DemoCommand(Terminal terminal, TimeProvider time, Defaults defaults)
        : base(
            "demo",
            "Let a trained network read handwritten digits on an emulated chip",
            "ganglion demo",
            "ganglion demo --code latency --images 100 --json")
    {
        (_terminal, _time, _defaults) = (terminal, time, defaults);
        foreach (Option option in (Option[])[_code, _chip, _steps, _images, _threads, _seed, _prices, _out])
        {
            Options.Add(option);
        }
    }

    /// <inheritdoc/>
    protected override int Run(ParseResult arguments, CancellationToken cancellation)
    {
        using RunFolder? folder = arguments.GetValue(_out) is { } path ? new RunFolder(path) : null;
        DigitDemo demo = new(_time)
        {
            Code = DigitCode.All.First(code => code.Name == arguments.GetValue(_code)),
            Chip = arguments.GetValue(_chip) ?? _defaults.Chip,
            Timesteps = (int)(arguments.GetValue(_steps) ?? 32),
            Images = (int)(arguments.GetValue(_images) ?? AllImages),
            Threads = (int?)arguments.GetValue(_threads) ?? _defaults.Threads ?? 1,
            Seed = (ulong)(arguments.GetValue(_seed) ?? 1),
            Prices = arguments.GetValue(_prices),
        };
        AnswersFile? answers = folder?.Add(new AnswersFile(folder.Path));
        DemoSummary summary = _terminal.WithProgress(
            "reading digits", 2 * demo.Images, report => demo.Run(report, answers is null ? null : answers.Add, cancellation));
        if (folder?.Complete() is { } failure)
        {
            throw failure;
        }

        folder?.WriteSummary(JsonSerializer.Serialize(summary, PlainJson.Contracts.DemoSummary));
        if (WantsJson(arguments))
        {
            _terminal.Write(summary, PlainJson.Contracts.DemoSummary);
        }
        else
        {
            DemoReport.Write(_terminal, summary);
        }

        if (summary.Images < demo.Images)
        {
            _terminal.Error.WriteLine($"ganglion: stopped after {summary.Images} of {demo.Images} images");
            return ExitCode.Failure;
        }

        return ExitCode.Success;
    }
}
