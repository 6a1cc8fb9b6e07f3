using Ganglion.ChipSpec.Image.Learned;
using Ganglion.ChipSpec.Randomness;
using Ganglion.CommandLine.Digits;
using Ganglion.CommandLine.Input;
using Ganglion.CommandLine.Output;
using Ganglion.CommandLine.Results;
using Ganglion.Compiler;
using Ganglion.Emulator;
using Ganglion.Emulator.Observers;

namespace Ganglion.CommandLine.Learn.Digits;

/// <summary>Digits learned without labels.</summary>
/// <param name="time">Wall clock.</param>
internal sealed class DigitTask(TimeProvider time)
{
    private const double NameMemory = 0.999;

    private readonly RecentAccuracy _accuracy = new();

    /// <summary>What all tasks take.</summary>
    public required LearnSettings Settings { get; init; }

    /// <summary>Neurons that learn.</summary>
    public required int Neurons { get; init; }

    /// <summary>How often the training images are shown.</summary>
    public required int Rounds { get; init; }

    /// <summary>Training images, at most.</summary>
    public required int TrainingImages { get; init; }

    /// <summary>Test images, at most.</summary>
    public required int TestImages { get; init; }

    /// <summary>Images shown in all: to learn, to name the neurons, and to test.</summary>
    public long Shown => ((Rounds + 1L) * TrainingImages) + TestImages;

    /// <summary>Runs the task.</summary>
    /// <param name="report">Takes the number of images shown so far, and what there is to say.</param>
    /// <param name="folder">Takes the pictures; <see langword="null"/> for none.</param>
    /// <param name="cancellation">Stops between two images.</param>
    public LearnSummary Run(Action<long, string> report, RunFolder? folder, CancellationToken cancellation)
    {
        ChipSpec.Spec.ChipSpec chip = ChipInput.Load(Settings.Chip);
        IReadOnlyList<DigitImage> training = DigitFiles.ReadTrainingImages(TrainingImages);
        CompilationResult compiled = NetworkCompiler.Compile(DigitLearner.Build(Neurons, Settings.Seed), chip);
        var options = new MachineOptions { Workers = Settings.Threads, Seed = Settings.Seed };
        using var learner = new Machine(compiled.Image, chip, options);
        var hash = new SpikeHash();
        learner.Attach(hash);

        long begin = time.GetTimestamp();
        long learned = Train(new ImageShow(learner, Settings.Seed), training, report, cancellation);
        double trainSeconds = time.GetElapsedTime(begin).TotalSeconds;

        using var frozen = new Machine(FrozenImage.Of(compiled.Image, learner.ReadLearned()), chip, options);
        var show = new ImageShow(frozen, Settings.Seed + 1);
        var names = new NeuronNames(Neurons);
        foreach (DigitImage image in training.TakeWhile(_ => !cancellation.IsCancellationRequested))
        {
            names.Note(image.Label, show.Show(image));
            report(++learned, "naming neurons");
        }

        (int tested, int right) = (0, 0);
        foreach (DigitImage image in DigitFiles.ReadTestImages(TestImages).TakeWhile(_ => !cancellation.IsCancellationRequested))
        {
            right += names.Answer(show.Show(image)) == image.Label ? 1 : 0;
            tested++;
            report(++learned, "testing");
        }

        folder?.Add(new CurveFile(folder.Path, "accuracy.svg", "training images shown", [Accuracy()]));
        folder?.Add(new FieldFile(folder.Path, learner.PlasticSynapses(DigitLearner.Fields), names, Neurons));
        double[] inhibition = [.. learner.PlasticSynapses(DigitLearner.Homeostasis).Select(synapse => (double)synapse.Weight)];
        return new LearnSummary
        {
            Task = "digits",
            Chip = ChipSummary.Of(chip, compiled.Image, learner.Tiles),
            Threads = Settings.Threads,
            Completed = !cancellation.IsCancellationRequested,
            Runs =
            [
                LearnRun.Of(learner, Settings.Seed, hash,
                [
                    new Measure("accuracy", $"accuracy on {tested} test images", tested == 0 ? 0 : (double)right / tested, IsShare: true),
                    new Measure("trainingAccuracy", $"accuracy on the last {RecentAccuracy.Window} images while learning", _accuracy.Last, IsShare: true),
                    new Measure("silentNeurons", "neurons that fire for no training image", Enumerable.Range(0, Neurons).Count(neuron => names.SpikesOf(neuron) == 0)),
                    new Measure("meanInhibition", "mean learned inhibition", inhibition.Average()),
                ]),
            ],
            Wall = new WallSummary(trainSeconds, trainSeconds > 0 ? learner.TotalTimesteps / trainSeconds : 0),
        };
    }

    private long Train(ImageShow show, IReadOnlyList<DigitImage> images, Action<long, string> report, CancellationToken cancellation)
    {
        var names = new NeuronNames(Neurons, NameMemory);
        var order = new CounterRandom(Settings.Seed, RandomPurpose.Source);
        long shown = 0;
        for (int round = 0; round < Rounds; round++)
        {
            foreach (DigitImage image in images.OrderBy(image => order.Draw((ulong)image.Number, round)))
            {
                if (cancellation.IsCancellationRequested)
                {
                    return shown;
                }

                ReadOnlySpan<int> responses = show.Show(image);
                _accuracy.Note(names.Answer(responses) == image.Label, ++shown);
                names.Note(image.Label, responses);
                report(shown, $"learning, {Quantity.Percent(_accuracy.Last)} right");
            }
        }

        return shown;
    }

    private CurvePanel Accuracy() => new(
        $"accuracy on the last {RecentAccuracy.Window} training images, each read before its label is noted", 0, 1, [new Curve("", SvgPicture.Ink, _accuracy.Points)]);
}
