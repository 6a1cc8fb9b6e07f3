using Ganglion.ChipSpec.Randomness;
using Ganglion.CommandLine.Input;
using Ganglion.CommandLine.Output;
using Ganglion.CommandLine.Results;
using Ganglion.Compiler;
using Ganglion.Emulator;
using Ganglion.Emulator.Observers;

namespace Ganglion.CommandLine.Learn.Fashion;

/// <summary>Fashion-MNIST, learned from errors.</summary>
/// <param name="time">Wall clock.</param>
internal sealed class FashionTask(TimeProvider time)
{
    private const int Recent = 500;
    private const double FirstRate = 100;
    private const double LastRate = 8;

    private readonly List<(double X, double Y)> _accuracy = [];
    private readonly Queue<bool> _recent = [];

    /// <summary>What all tasks take.</summary>
    public required LearnSettings Settings { get; init; }

    /// <summary>Folder of the data.</summary>
    public required string Data { get; init; }

    /// <summary>Neurons that are features.</summary>
    public required int Features { get; init; }

    /// <summary>How often the training images are shown.</summary>
    public required int Rounds { get; init; }

    /// <summary>Training images.</summary>
    public required int TrainingImages { get; init; }

    /// <summary>Test images.</summary>
    public required int TestImages { get; init; }

    /// <summary>Images shown in all.</summary>
    public long Shown => ((long)Rounds * TrainingImages) + TestImages;

    /// <summary>Runs the task.</summary>
    /// <param name="report">Takes the number of images shown so far, and what there is to say.</param>
    /// <param name="folder">Takes the picture; <see langword="null"/> for none.</param>
    /// <param name="cancellation">Stops between two images.</param>
    public LearnSummary Run(Action<long, string> report, RunFolder? folder, CancellationToken cancellation)
    {
        ChipSpec.Spec.ChipSpec chip = ChipInput.Load(Settings.Chip);
        var files = new FashionFiles(Data);
        IReadOnlyList<FashionImage> training = files.ReadTrainingImages(TrainingImages);
        IReadOnlyList<FashionImage> test = files.ReadTestImages(TestImages);
        CompilationResult compiled = NetworkCompiler.Compile(FashionNetwork.Build(Features, Settings.Seed), chip);
        using var machine = new Machine(compiled.Image, chip, new MachineOptions { Workers = Settings.Threads, Seed = Settings.Seed });
        var hash = new SpikeHash();
        machine.Attach(hash);
        var show = new FashionShow(machine);
        var readout = new LeastSquaresReadout(Features, FashionNetwork.Classes);

        long begin = time.GetTimestamp();
        long shown = Train(show, readout, training, report, cancellation);
        (int tested, int right, int rightOfReadout) = (0, 0, 0);
        foreach (FashionImage image in test.TakeWhile(_ => !cancellation.IsCancellationRequested))
        {
            right += show.Show(image, rate: 0) == image.Label ? 1 : 0;
            rightOfReadout += readout.Answer(show.Features) == image.Label ? 1 : 0;
            tested++;
            report(++shown, "testing");
        }

        double seconds = time.GetElapsedTime(begin).TotalSeconds;
        folder?.Add(new CurveFile(folder.Path, "accuracy.svg", "training images shown", [Accuracy()]));
        return new LearnSummary
        {
            Task = "fashion",
            Chip = ChipSummary.Of(chip, compiled.Image, machine.Tiles),
            Threads = Settings.Threads,
            Completed = !cancellation.IsCancellationRequested,
            Runs =
            [
                LearnRun.Of(machine, Settings.Seed, hash,
                [
                    new Measure("accuracy", $"accuracy on {tested} test images", (double)right / Math.Max(1, tested), IsShare: true),
                    new Measure("leastSquaresAccuracy", "least squares on the same features", (double)rightOfReadout / Math.Max(1, tested), IsShare: true),
                    new Measure("trainingAccuracy", $"accuracy on the last {Recent} images while learning", _accuracy.Count == 0 ? 0 : _accuracy[^1].Y, IsShare: true),
                ]),
            ],
            Wall = new WallSummary(seconds, seconds > 0 ? machine.TotalTimesteps / seconds : 0),
        };
    }

    private long Train(
        FashionShow show, LeastSquaresReadout readout, IReadOnlyList<FashionImage> images, Action<long, string> report, CancellationToken cancellation)
    {
        var order = new CounterRandom(Settings.Seed, RandomPurpose.Source);
        long all = (long)Rounds * images.Count;
        long shown = 0;
        for (int round = 0; round < Rounds; round++)
        {
            foreach (FashionImage image in images.OrderBy(image => order.Draw((ulong)image.Number, round)))
            {
                if (cancellation.IsCancellationRequested)
                {
                    return shown;
                }

                double rate = FirstRate * Math.Pow(LastRate / FirstRate, (double)shown / all);
                Note(show.Show(image, rate) == image.Label, ++shown);
                if (round == 0)
                {
                    readout.Add(show.Features, image.Label);
                }

                report(shown, _accuracy.Count == 0 ? "learning" : $"learning, {Quantity.Percent(_accuracy[^1].Y)} right");
            }
        }

        return shown;
    }

    private void Note(bool isRight, long shown)
    {
        _recent.Enqueue(isRight);
        if (_recent.Count > Recent)
        {
            _recent.Dequeue();
        }

        if (shown % (Recent / 5) == 0)
        {
            _accuracy.Add((shown, (double)_recent.Count(right => right) / _recent.Count));
        }
    }

    private CurvePanel Accuracy() => new(
        $"accuracy on the last {Recent} training images, each read before it is learned", 0, 1, [new Curve("", SvgPicture.Ink, _accuracy)]);
}
