using System.CommandLine;
using Ganglion.CommandLine.Compare;
using Ganglion.CommandLine.Emulation;
using Ganglion.CommandLine.Input;
using Ganglion.CommandLine.Output;

namespace Ganglion.CommandLine.Commands;

/// <summary><c>ganglion compare</c>: what several chips make of one network.</summary>
internal sealed class CompareCommand : GanglionCommand
{
    private readonly Terminal _terminal;
    private readonly Argument<string> _path = new("network") { Description = "Network (.nir, .net of lava-dl, .net.yaml, SANA-FE .yaml)" };
    private readonly Option<string> _chips = new("--chips") { Description = "Chips with commas between them: presets, or paths of .yaml files", HelpName = "chips", Required = true };
    private readonly Option<string?> _input = new("--input") { Description = "Spikes for the external sources, as CSV: timestep,population,neuron", HelpName = "file" };
    private readonly Option<string?> _labels = new("--labels") { Description = "Which output neuron should fire most when, as CSV: from,to,label", HelpName = "file" };
    private readonly Option<long?> _steps = CommandOptions.Number("--steps", "Timesteps to run [default: until the last listed spike has passed]", 1, 1_000_000_000_000);
    private readonly Option<long?> _seed = CommandOptions.Number("--seed", "Seed of every random draw [default: 0]", 0, long.MaxValue);
    private readonly Option<string?> _picture = new("--picture") { Description = "SVG file to draw the comparison in", HelpName = "file" };
    private readonly NetworkOptions _networkOptions = new();

    /// <summary>Creates the command.</summary>
    /// <param name="terminal">Where it talks.</param>
    public CompareCommand(Terminal terminal)
        : base(
            "compare",
            "Run a network in floating point and on several chips, and show the differences",
            "ganglion compare examples/neurons/5-two-layers.net.yaml --chips loihi1,unbounded",
            "ganglion compare examples/neurons/4-random-group.net.yaml --chips loihi1 --steps 1000 --json")
    {
        _terminal = terminal;
        Arguments.Add(_path);
        foreach (Option option in (Option[])[_chips, _input, _labels, _steps, _seed, _picture])
        {
            Options.Add(option);
        }

        _networkOptions.AddTo(this);
    }

    /// <inheritdoc/>
    protected override int Run(ParseResult arguments, CancellationToken cancellation)
    {
        string path = arguments.GetRequiredValue(_path);
        if (path.EndsWith(RunLoader.ImageExtension, StringComparison.OrdinalIgnoreCase))
        {
            throw new UsageException("a chip image is for one chip; compare takes the network that it was compiled from");
        }

        string[] chips = [.. arguments.GetRequiredValue(_chips).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];
        if (chips.Length == 0)
        {
            throw new UsageException("--chips names no chip; 'ganglion chips' lists them");
        }

        var run = new RunRequest
        {
            Path = path,
            Chip = ChipInput.None,
            NetworkOptions = _networkOptions.Read(arguments, path),
            Seed = (ulong)(arguments.GetValue(_seed) ?? 0),
        };
        var request = new ComparisonRequest(run, chips, arguments.GetValue(_input), arguments.GetValue(_labels), arguments.GetValue(_steps));
        Comparison comparison = _terminal.WithProgress(path, chips.Length + 1, progress => ComparisonRunner.Run(request, _terminal.Error, progress, cancellation));
        if (arguments.GetValue(_picture) is { } picture)
        {
            ComparisonPicture.Write(picture, comparison);
        }

        if (WantsJson(arguments))
        {
            _terminal.Write(comparison, PlainJson.Contracts.Comparison);
        }
        else
        {
            ComparisonReport.Write(_terminal, comparison);
        }

        return ExitCode.Success;
    }
}
