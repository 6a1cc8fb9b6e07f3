using System.CommandLine;
using Ganglion.CommandLine.Bench;
using Ganglion.CommandLine.Output;

namespace Ganglion.CommandLine.Commands;

/// <summary><c>ganglion bench</c>: how fast the emulator is on this machine.</summary>
internal sealed class BenchCommand : GanglionCommand
{
    private readonly Terminal _terminal;
    private readonly BenchRunner _runner;
    private readonly Argument<string> _network = new("network")
    {
        Description = $"{string.Join('|', BenchNetwork.All.Select(network => network.Name))}: {string.Join("; ", BenchNetwork.All.Select(network => $"{network.Name}, {network.Description}"))}",
        HelpName = "network",
    };

    private readonly Option<long?> _steps = CommandOptions.Number("--steps", "Timesteps of a repetition [default: by network]", 1, int.MaxValue);
    private readonly Option<long?> _threads = CommandOptions.Number("--threads", "Worker threads [default: 1]", 1, CommandOptions.MaximumThreads);
    private readonly Option<long?> _repetitions = CommandOptions.Number("--repetitions", "Repetitions, of which the median counts [default: 5]", 1, 1000);
    private readonly Option<long?> _seed = CommandOptions.Number("--seed", "Seed of the network [default: 1]", 0, long.MaxValue);

    /// <summary>Creates the command.</summary>
    /// <param name="terminal">Where it talks.</param>
    /// <param name="time">Wall clock.</param>
    public BenchCommand(Terminal terminal, TimeProvider time)
        : base("bench", "Measure how fast the emulator is on this machine", "ganglion bench brunel", "ganglion bench cuba --threads 2 --json")
    {
        _terminal = terminal;
        _runner = new BenchRunner(time);
        _network.Validators.Add(result =>
        {
            string[] names = [.. BenchNetwork.All.Select(network => network.Name)];
            if (!names.Contains(result.Tokens[0].Value, StringComparer.Ordinal))
            {
                result.AddError($"there is no benchmark network '{result.Tokens[0].Value}'; {ChipSpec.Reading.Suggestion.Remedy(result.Tokens[0].Value, names)}");
            }
        });
        Arguments.Add(_network);
        foreach (Option option in (Option[])[_steps, _threads, _repetitions, _seed])
        {
            Options.Add(option);
        }
    }

    /// <inheritdoc/>
    protected override int Run(ParseResult arguments, CancellationToken cancellation)
    {
        BenchNetwork network = BenchNetwork.All.Single(network => network.Name == arguments.GetValue(_network));
        int repetitions = (int)(arguments.GetValue(_repetitions) ?? 5);
        BenchResult result = _terminal.WithProgress($"bench {network.Name}", repetitions, progress => _runner.Run(
            network,
            (ulong)(arguments.GetValue(_seed) ?? 1),
            (int)(arguments.GetValue(_threads) ?? 1),
            arguments.GetValue(_steps) ?? network.Timesteps,
            repetitions,
            progress,
            cancellation));
        if (WantsJson(arguments))
        {
            _terminal.Write(result, PlainJson.Contracts.BenchResult);
        }
        else
        {
            BenchReport.Write(_terminal, result);
        }

        return ExitCode.Success;
    }
}
