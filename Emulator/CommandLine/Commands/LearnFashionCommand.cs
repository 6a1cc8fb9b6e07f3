using System.CommandLine;
using Ganglion.CommandLine.Learn;
using Ganglion.CommandLine.Learn.Fashion;
using Ganglion.CommandLine.Output;
using Ganglion.CommandLine.Results;

namespace Ganglion.CommandLine.Commands;

/// <summary><c>ganglion learn fashion</c>: Fashion-MNIST, a readout that learns from its errors.</summary>
internal sealed class LearnFashionCommand : LearnTaskCommand
{
    private static readonly Option<long?> Features = CommandOptions.Number("--features", "Neurons that are fixed random features [default: 400]", 10, 1000);
    private static readonly Option<long?> Rounds = CommandOptions.Number("--rounds", "How often the training images are shown [default: 2]", 1, 100);
    private static readonly Option<long?> Train = CommandOptions.Number("--train", "Training images [default: 5000]", 10, 60_000);
    private static readonly Option<long?> Test = CommandOptions.Number("--test", "Test images [default: 1000]", 10, 10_000);
    private static readonly Option<string?> Data = new("--data")
    {
        Description = $"Folder of Fashion-MNIST's four files [default: {FashionFiles.UsualFolder}, from the Debian package dataset-fashion-mnist]",
        HelpName = "folder",
    };

    private readonly TimeProvider _time;

    /// <summary>Creates the command.</summary>
    /// <param name="terminal">Where it talks.</param>
    /// <param name="time">Wall clock.</param>
    /// <param name="defaults">What holds where nothing is said.</param>
    public LearnFashionCommand(Terminal terminal, TimeProvider time, Defaults defaults)
        : base(
            terminal,
            defaults,
            "fashion",
            "Fashion-MNIST: fixed random features, and a readout that learns from its errors",
            [Features, Rounds, Train, Test, Data],
            "ganglion learn fashion --rounds 1 --train 500 --test 200") => _time = time;

    /// <inheritdoc/>
    protected override LearnSummary Learn(
        ParseResult arguments, LearnSettings settings, Terminal terminal, RunFolder? folder, CancellationToken cancellation)
    {
        var task = new FashionTask(_time)
        {
            Settings = settings,
            Data = arguments.GetValue(Data) ?? FashionFiles.UsualFolder,
            Features = (int)(arguments.GetValue(Features) ?? 400),
            Rounds = (int)(arguments.GetValue(Rounds) ?? 2),
            TrainingImages = (int)(arguments.GetValue(Train) ?? 5000),
            TestImages = (int)(arguments.GetValue(Test) ?? 1000),
        };
        return terminal.WithProgress<LearnSummary>("learning", task.Shown, report => task.Run(report, folder, cancellation));
    }
}
