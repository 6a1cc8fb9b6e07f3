using Ganglion.CommandLine.Input;
using Ganglion.CommandLine.Output;
using Ganglion.CommandLine.Results;
using Ganglion.Compiler;
using Ganglion.Emulator;

namespace Ganglion.CommandLine.Learn.Conditioning;

/// <summary>Conditioning with a late reward, from several seeds.</summary>
/// <param name="time">Wall clock.</param>
internal sealed class ConditioningTask(TimeProvider time)
{
    private const int PictureTrials = 20;
    private const string BellColour = SvgPicture.Ink;
    private const string LightColour = "#c8622d";

    /// <summary>What all tasks take.</summary>
    public required LearnSettings Settings { get; init; }

    /// <summary>Number of runs.</summary>
    public required int Runs { get; init; }

    /// <summary>Presentations in each run.</summary>
    public required int Trials { get; init; }

    /// <summary>Timesteps from the beginning of a stimulus to its reward.</summary>
    public required int RewardDelay { get; init; }

    /// <summary>Runs the task.</summary>
    /// <param name="report">Takes the number of trials so far, over all runs.</param>
    /// <param name="folder">Takes the picture; <see langword="null"/> for none.</param>
    /// <param name="cancellation">Stops between two trials.</param>
    public LearnSummary Run(Action<long> report, RunFolder? folder, CancellationToken cancellation)
    {
        ChipSpec.Spec.ChipSpec chip = ChipInput.Load(Settings.Chip);
        CompilationResult compiled = NetworkCompiler.Compile(ConditioningNetwork.Build(), chip);
        List<LearnRun> runs = [];
        List<IReadOnlyList<Trial>> trials = [];
        ChipSummary? summary = null;
        long begin = time.GetTimestamp();
        for (int index = 0; index < Runs && !(cancellation.IsCancellationRequested && index > 0); index++)
        {
            using var run = new ConditioningRun(compiled, chip, Settings.Seed + (ulong)index, Settings.Threads, RewardDelay);
            while (run.Trials.Count < Trials && !cancellation.IsCancellationRequested)
            {
                run.Present();
                report(((long)index * Trials) + run.Trials.Count);
            }

            runs.Add(run.Summarize());
            trials.Add(run.Trials);
            summary ??= run.Chip;
        }

        double seconds = time.GetElapsedTime(begin).TotalSeconds;
        folder?.Add(new CurveFile(folder.Path, "conditioning.svg", "presentation", [Weights(trials), Responses(trials)]));
        return new LearnSummary
        {
            Task = "conditioning",
            Chip = summary!,
            Threads = Settings.Threads,
            Completed = trials.Sum(run => run.Count) == Runs * Trials,
            Runs = runs,
            Wall = new WallSummary(seconds, seconds > 0 ? runs.Sum(run => run.Timesteps) / seconds : 0),
        };
    }

    private static CurvePanel Weights(List<IReadOnlyList<Trial>> runs) => new(
        "mean weight of a stimulus's synapses, each line a seed", 0, 255,
        [
            .. runs.Select((run, i) => new Curve(i == 0 ? "bell, rewarded late" : "", BellColour, [.. run.Select((trial, t) => (t + 1.0, trial.Bell))])),
            .. runs.Select((run, i) => new Curve(i == 0 ? "light, never rewarded" : "", LightColour, [.. run.Select((trial, t) => (t + 1.0, trial.Light))])),
        ]);

    private static CurvePanel Responses(List<IReadOnlyList<Trial>> runs) => new(
        "share of presentations with a response, all seeds", 0, 1,
        [new Curve("bell", BellColour, Share(runs, isBell: true)), new Curve("light", LightColour, Share(runs, isBell: false))]);

    private static (double X, double Y)[] Share(List<IReadOnlyList<Trial>> runs, bool isBell)
    {
        List<(double X, double Y)> points = [];
        for (int first = 0; first < runs.Max(run => run.Count); first += PictureTrials)
        {
            Trial[] own = [.. runs.SelectMany(run => run.Skip(first).Take(PictureTrials)).Where(trial => trial.IsBell == isBell)];
            if (own.Length > 0)
            {
                points.Add((first + (PictureTrials / 2.0), (double)own.Count(trial => trial.Responses > 0) / own.Length));
            }
        }

        return [.. points];
    }
}
