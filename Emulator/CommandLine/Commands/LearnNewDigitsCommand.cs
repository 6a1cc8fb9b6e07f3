using System.CommandLine;
using Ganglion.CommandLine.Learn;
using Ganglion.CommandLine.Learn.NewDigits;
using Ganglion.CommandLine.Output;
using Ganglion.CommandLine.Results;

namespace Ganglion.CommandLine.Commands;

/// <summary><c>ganglion learn new-digits</c>: a network at work, to which new classes come.</summary>
internal sealed class LearnNewDigitsCommand : LearnTaskCommand
{
    private static readonly Option<long?> Neurons = CommandOptions.Number("--neurons", "Neurons that learn [default: 256]", 10, 768);
    private static readonly Option<long?> Rounds = CommandOptions.Number(
        "--rounds", "How often the images are shown, without the new digits and then with them [default: 2]", 1, 100);

    private readonly TimeProvider _time;

    /// <summary>Creates the command.</summary>
    /// <param name="terminal">Where it talks.</param>
    /// <param name="time">Wall clock.</param>
    /// <param name="defaults">What holds where nothing is said.</param>
    public LearnNewDigitsCommand(Terminal terminal, TimeProvider time, Defaults defaults)
        : base(
            terminal,
            defaults,
            "new-digits",
            "Learning while working: a network reads digits 0 to 6, and then 7 to 9 come",
            [Neurons, Rounds],
            "ganglion learn new-digits --rounds 1 --neurons 64 --out runs/new-digits") => _time = time;

    /// <inheritdoc/>
    protected override LearnSummary Learn(
        ParseResult arguments, LearnSettings settings, Terminal terminal, RunFolder? folder, CancellationToken cancellation)
    {
        var task = new NewDigitTask(_time)
        {
            Settings = settings,
            Neurons = (int)(arguments.GetValue(Neurons) ?? 256),
            Rounds = (int)(arguments.GetValue(Rounds) ?? 2),
        };
        return terminal.WithProgress<LearnSummary>("learning", task.Shown, report => task.Run(report, folder, cancellation));
    }
}
