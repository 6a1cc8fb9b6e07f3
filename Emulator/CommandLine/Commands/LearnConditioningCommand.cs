using System.CommandLine;
using Ganglion.CommandLine.Learn;
using Ganglion.CommandLine.Learn.Conditioning;
using Ganglion.CommandLine.Output;
using Ganglion.CommandLine.Results;

namespace Ganglion.CommandLine.Commands;

/// <summary><c>ganglion learn conditioning</c>: which of two stimuli is it that a reward follows, much later?</summary>
internal sealed class LearnConditioningCommand : LearnTaskCommand
{
    private static readonly Option<long?> Runs = CommandOptions.Number("--runs", "Runs, each from the next seed [default: 5]", 1, 100);
    private static readonly Option<long?> Trials = CommandOptions.Number("--trials", "Presentations in each run [default: 400]", 8, 100_000);
    private static readonly Option<long?> Delay = CommandOptions.Number(
        "--delay", "Timesteps from the beginning of a stimulus to its reward [default: 120]", ConditioningRun.ResponseWindow + 1, 10_000);

    private readonly TimeProvider _time;

    /// <summary>Creates the command.</summary>
    /// <param name="terminal">Where it talks.</param>
    /// <param name="time">Wall clock.</param>
    /// <param name="defaults">What holds where nothing is said.</param>
    public LearnConditioningCommand(Terminal terminal, TimeProvider time, Defaults defaults)
        : base(
            terminal,
            defaults,
            "conditioning",
            "Two stimuli, of which one is rewarded, late: reward-modulated STDP with marks in the tags",
            [Runs, Trials, Delay],
            "ganglion learn conditioning",
            "ganglion learn conditioning --runs 2 --delay 200 --json") => _time = time;

    /// <inheritdoc/>
    protected override LearnSummary Learn(
        ParseResult arguments, LearnSettings settings, Terminal terminal, RunFolder? folder, CancellationToken cancellation)
    {
        var task = new ConditioningTask(_time)
        {
            Settings = settings,
            Runs = (int)(arguments.GetValue(Runs) ?? 5),
            Trials = (int)(arguments.GetValue(Trials) ?? 400),
            RewardDelay = (int)(arguments.GetValue(Delay) ?? 120),
        };
        return terminal.WithProgress("conditioning", (long)task.Runs * task.Trials, report => task.Run(report, folder, cancellation));
    }
}
