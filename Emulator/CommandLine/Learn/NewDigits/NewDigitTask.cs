using Ganglion.ChipSpec.Image.Learned;
using Ganglion.ChipSpec.Randomness;
using Ganglion.CommandLine.Digits;
using Ganglion.CommandLine.Input;
using Ganglion.CommandLine.Learn.Digits;
using Ganglion.CommandLine.Output;
using Ganglion.CommandLine.Results;
using Ganglion.Compiler;
using Ganglion.Emulator;
using Ganglion.Emulator.Observers;

namespace Ganglion.CommandLine.Learn.NewDigits;

/// <summary>A network that reads some digits, and goes on learning when others come; beside it the same network, frozen.</summary>
/// <param name="time">Wall clock.</param>
internal sealed class NewDigitTask(TimeProvider time)
{
    private const double NameMemory = 0.996;
    private const string FrozenColour = "#c8622d";
    private readonly List<DigitImage> _training = [.. DigitFiles.ReadTrainingImages(int.MaxValue)];

    /// <summary>What all tasks take.</summary>
    public required LearnSettings Settings { get; init; }

    /// <summary>Neurons that learn.</summary>
    public required int Neurons { get; init; }

    /// <summary>How often the images are shown, without the new digits, and then with them.</summary>
    public required int Rounds { get; init; }

    /// <summary>Images shown in all.</summary>
    public long Shown => Rounds * (Stream(true).Count() + (long)_training.Count);

    /// <summary>Runs the task.</summary>
    /// <param name="report">Takes the number of images shown so far, and what there is to say.</param>
    /// <param name="folder">Takes the picture; <see langword="null"/> for none.</param>
    /// <param name="cancellation">Stops between two images.</param>
    public LearnSummary Run(Action<long, string> report, RunFolder? folder, CancellationToken cancellation)
    {
        ChipSpec.Spec.ChipSpec chip = ChipInput.Load(Settings.Chip);
        CompilationResult compiled = NetworkCompiler.Compile(DigitLearner.Build(Neurons, Settings.Seed), chip);
        var options = new MachineOptions { Workers = Settings.Threads, Seed = Settings.Seed };
        using var machine = new Machine(compiled.Image, chip, options);
        var hash = new SpikeHash();
        machine.Attach(hash);
        var learner = new Reader(new ImageShow(machine, Settings.Seed), new NeuronNames(Neurons, NameMemory));

        long begin = time.GetTimestamp();
        long shown = Show([learner], true, 0, report, cancellation);
        double knownBefore = learner.Known.Last;
        long change = shown;
        using var standing = new Machine(FrozenImage.Of(compiled.Image, machine.ReadLearned()), chip, options);
        var frozen = new Reader(new ImageShow(standing, Settings.Seed), learner.Names.Copy());
        shown = Show([learner, frozen], false, shown, report, cancellation);
        double seconds = time.GetElapsedTime(begin).TotalSeconds;

        folder?.Add(new CurveFile(folder.Path, "new-digits.svg", "images shown",
        [
            Panel($"digits {Reader.FirstNewDigit} to 9: accuracy on the last {RecentAccuracy.Window}", learner.New, frozen.New, change),
            Panel($"digits 0 to {Reader.FirstNewDigit - 1}: accuracy on the last {RecentAccuracy.Window}", learner.Known, frozen.Known, change),
        ]));
        return new LearnSummary
        {
            Task = "new digits",
            Chip = ChipSummary.Of(chip, compiled.Image, machine.Tiles),
            Threads = Settings.Threads,
            Completed = !cancellation.IsCancellationRequested,
            Runs =
            [
                LearnRun.Of(machine, Settings.Seed, hash,
                [
                    new Measure("knownBefore", "known digits, before new ones come", knownBefore, IsShare: true),
                    new Measure("known", "known digits, at the end", learner.Known.Last, IsShare: true),
                    new Measure("new", "new digits, at the end", learner.New.Last, IsShare: true),
                    new Measure("knownFrozen", "known digits, had the weights been frozen", frozen.Known.Last, IsShare: true),
                    new Measure("newFrozen", "new digits, had the weights been frozen", frozen.New.Last, IsShare: true),
                ]),
            ],
            Wall = new WallSummary(seconds, seconds > 0 ? (machine.TotalTimesteps + standing.TotalTimesteps) / seconds : 0),
        };
    }

    private static CurvePanel Panel(string title, RecentAccuracy learner, RecentAccuracy frozen, long change) => new(
        title, 0, 1, [new Curve("frozen", FrozenColour, frozen.Points), new Curve("learning", SvgPicture.Ink, learner.Points)])
    {
        Marks = [(change, "new digits come")],
    };

    private long Show(Reader[] readers, bool knownOnly, long shown, Action<long, string> report, CancellationToken cancellation)
    {
        var order = new CounterRandom(Settings.Seed, RandomPurpose.Source);
        for (int round = 0; round < Rounds; round++)
        {
            int draw = (2 * round) + (knownOnly ? 0 : 1);
            foreach (DigitImage image in Stream(knownOnly).OrderBy(image => order.Draw((ulong)image.Number, draw)).TakeWhile(_ => !cancellation.IsCancellationRequested))
            {
                shown++;
                foreach (Reader reader in readers)
                {
                    reader.Read(image, shown);
                }

                report(shown, $"known {Quantity.Percent(readers[0].Known.Last)}, new {Quantity.Percent(readers[0].New.Last)} right");
            }
        }

        return shown;
    }

    private IEnumerable<DigitImage> Stream(bool knownOnly) => _training.Where(image => !knownOnly || image.Label < Reader.FirstNewDigit);
}
