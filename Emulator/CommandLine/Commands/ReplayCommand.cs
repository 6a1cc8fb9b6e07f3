using System.CommandLine;
using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Image.Files;
using Ganglion.ChipSpec.Reading;
using Ganglion.CommandLine.Output;
using Ganglion.Emulator;
using Ganglion.Emulator.Replay;

namespace Ganglion.CommandLine.Commands;

/// <summary><c>ganglion replay</c>: repeats a recorded run bit for bit.</summary>
internal sealed class ReplayCommand : GanglionCommand
{
    private const int Parts = 1000;

    private readonly Terminal _terminal;
    private readonly Argument<string> _file = new("file") { Description = "Recorded run, as 'ganglion serve --record' writes it" };
    private readonly Option<string?> _image = new("--image") { Description = "Chip image of the run, if it is not where it was", HelpName = "file" };
    private readonly Option<int> _threads = new("--threads")
    {
        Description = "Worker threads; any number gives the same run",
        HelpName = "number",
        DefaultValueFactory = _ => 1,
    };

    /// <summary>Creates the command.</summary>
    /// <param name="terminal">Where it talks.</param>
    public ReplayCommand(Terminal terminal)
        : base(
            "replay",
            "Repeat a recorded run bit for bit, and say where it differs",
            "ganglion replay bench.run",
            "ganglion replay bench.run --image net.chip --threads 2 --json")
    {
        _terminal = terminal;
        _threads.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
            {
                result.AddError("--threads takes a number from 1");
            }
        });
        Arguments.Add(_file);
        Options.Add(_image);
        Options.Add(_threads);
    }

    /// <inheritdoc/>
    protected override int Run(ParseResult arguments, CancellationToken cancellation)
    {
        string file = arguments.GetRequiredValue(_file);
        using RunRecording recording = RunRecording.Open(file);
        string path = arguments.GetValue(_image) ?? Path.Combine(Path.GetDirectoryName(file) ?? "", recording.Header.ImagePath);
        ChipImage image = ChipImageFile.Read(path);
        ChipSpec.Spec.ChipSpec chip = ChipSpecReader.Read(image.ChipSpec, path);
        var options = new MachineOptions { Workers = arguments.GetValue(_threads) };
        ReplayResult result = _terminal.WithProgress(
            file, Parts, report => RunReplay.Run(recording, image, chip, options, new Share(share => report((long)(share * Parts))), cancellation));
        Show(ReplaySummary.Of(file, path, result), WantsJson(arguments));
        cancellation.ThrowIfCancellationRequested();
        return result.Divergence is null ? ExitCode.Success : ExitCode.Failure;
    }

    private void Show(ReplaySummary summary, bool json)
    {
        if (json)
        {
            _terminal.Write(summary, PlainJson.Contracts.ReplaySummary);
            return;
        }

        string replayed = $"{Quantity.Count(summary.Timesteps, "timestep")} with {Quantity.Count(summary.InputSpikes, "input spike")}";
        if (summary.Divergence is not { } divergence)
        {
            string end = summary.Complete ? "the whole run" : "as far as the recording goes: it breaks off after its last checkpoint";
            _terminal.WriteLine($"{summary.File}: {replayed}, the same at {Quantity.Count(summary.Checkpoints, "checkpoint")}; {end}.");
            return;
        }

        string what = divergence.SpikesDiffer ? "other spikes" : "the same spikes but another state";
        string cores = divergence.Cores.Count == 0 ? "no core" : $"core {string.Join(", ", divergence.Cores)}";
        _terminal.WriteLine($"{summary.File}: {what} in timestep {Quantity.Count(divergence.Timestep)}.");
        _terminal.WriteLine($"  State differs at the checkpoint of timestep {Quantity.Count(divergence.Checkpoint)}: {cores}.");
    }

    private sealed class Share(Action<double> report) : IProgress<double>
    {
        public void Report(double value) => report(value);
    }
}
