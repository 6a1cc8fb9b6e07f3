using System.CommandLine;
using Ganglion.CommandLine.Learn;
using Ganglion.CommandLine.Learn.Digits;
using Ganglion.CommandLine.Output;
using Ganglion.CommandLine.Results;

namespace Ganglion.CommandLine.Commands;

/// <summary><c>ganglion learn digits</c>: handwritten digits without labels.</summary>
internal sealed class LearnDigitsCommand : LearnTaskCommand
{
    private const int AllTrainingImages = 1437;
    private const int AllTestImages = 360;

    private static readonly Option<long?> Neurons = CommandOptions.Number("--neurons", "Neurons that learn [default: 256]", 10, 768);
    private static readonly Option<long?> Rounds = CommandOptions.Number("--rounds", "How often the training images are shown [default: 3]", 1, 100);
    private static readonly Option<long?> Images = CommandOptions.Number("--images", $"Training images [default: {AllTrainingImages}]", 10, AllTrainingImages);

    private readonly TimeProvider _time;

    /// <summary>Creates the command.</summary>
    /// <param name="terminal">Where it talks.</param>
    /// <param name="time">Wall clock.</param>
    /// <param name="defaults">What holds where nothing is said.</param>
    public LearnDigitsCommand(Terminal terminal, TimeProvider time, Defaults defaults)
        : base(
            terminal,
            defaults,
            "digits",
            "Handwritten digits without labels: STDP, lateral inhibition and homeostasis",
            [Neurons, Rounds, Images],
            "ganglion learn digits --rounds 1 --images 200",
            "ganglion learn digits --rounds 1 --images 100 --out runs/digits") => _time = time;

    /// <inheritdoc/>
    protected override LearnSummary Learn(
        ParseResult arguments, LearnSettings settings, Terminal terminal, RunFolder? folder, CancellationToken cancellation)
    {
        var task = new DigitTask(_time)
        {
            Settings = settings,
            Neurons = (int)(arguments.GetValue(Neurons) ?? 256),
            Rounds = (int)(arguments.GetValue(Rounds) ?? 3),
            TrainingImages = (int)(arguments.GetValue(Images) ?? AllTrainingImages),
            TestImages = AllTestImages,
        };
        return terminal.WithProgress<LearnSummary>("learning", task.Shown, report => task.Run(report, folder, cancellation));
    }
}
