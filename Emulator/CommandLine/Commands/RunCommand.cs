using System.CommandLine;
using Ganglion.CommandLine.Emulation;
using Ganglion.CommandLine.Input;
using Ganglion.CommandLine.Output;
using Microsoft.Extensions.Logging;

namespace Ganglion.CommandLine.Commands;

/// <summary><c>ganglion run</c>: runs a network on an emulated chip, or in floating point.</summary>
internal sealed class RunCommand : GanglionCommand
{
    private readonly Terminal _terminal;
    private readonly TimeProvider _time;
    private readonly Defaults _defaults;
    private readonly ILogger _log;
    private readonly Argument<string> _path = new("network") { Description = "Network (.nir, .net of lava-dl, .net.yaml, SANA-FE .yaml) or chip image (.chip)" };
    private readonly Option<string?> _chip = new("--chip") { Description = $"Preset, or path of a chip's .yaml file, or none for floating point [default: {Defaults.UsualChip}]", HelpName = "chip" };
    private readonly Option<string?> _input = new("--input") { Description = "Spikes for the external sources, as CSV: timestep,population,neuron", HelpName = "file" };
    private readonly Option<long?> _steps = CommandOptions.Number("--steps", "Timesteps to run [default: until the last listed spike has passed]", 1, 1_000_000_000_000);
    private readonly Option<long?> _seed = CommandOptions.Number("--seed", "Seed of every random draw [default: 0]", 0, long.MaxValue);
    private readonly Option<long?> _threads = CommandOptions.Number("--threads", "Worker threads; they never change the result [default: by size]", 1, CommandOptions.MaximumThreads);
    private readonly Option<string[]> _probes = new("--probe")
    {
        Description = "Record POPULATION.VARIABLE[:EVERY] (u, v or spikes), PROJECTION.VARIABLE[:EVERY] of synapses that learn (weights, tags, delays, x1, x2, y1, y2, y3), counters, or weights of all synapses; needs --out; may be repeated",
        HelpName = "what",
    };

    private readonly Option<string?> _loadState = new("--load-state") { Description = "Begin with what was learned before (.state), from any placement of the same network", HelpName = "file" };
    private readonly Option<string?> _saveState = new("--save-state") { Description = "Write what was learned to this file (.state)", HelpName = "file" };
    private readonly Option<string?> _prices = new("--prices") { Description = "Price table for energy and chip time [default: the chip's first]", HelpName = "table" };
    private readonly Option<string?> _out = new("--out") { Description = "Folder to fill with summary.json, spikes.csv, perf.csv, raster.svg and probes", HelpName = "folder" };
    private readonly Option<string?> _profile = new("--profile") { Description = "Write how often every neuron fired to this file, for --activity", HelpName = "file" };
    private readonly MappingOptions _mappingOptions = new();
    private readonly CalibrationOptions _calibrationOptions = new();
    private readonly NetworkOptions _networkOptions = new();
    private readonly SnapshotOptions _snapshotOptions = new();

    /// <summary>Creates the command.</summary>
    /// <param name="terminal">Where it talks.</param>
    /// <param name="time">Wall clock.</param>
    /// <param name="defaults">What holds when an option is not given.</param>
    /// <param name="log">Says what happens, with <c>--verbose</c>.</param>
    public RunCommand(Terminal terminal, TimeProvider time, Defaults defaults, ILogger<RunCommand> log)
        : base(
            "run",
            "Run a network on an emulated chip",
            "ganglion run examples/neurons/5-two-layers.net.yaml --steps 40 --out runs/two-layers --probe output.v",
            "ganglion run examples/digits/digits.nir --chip none --input spikes.csv --json",
            "ganglion run examples/neurons/4-random-group.net.yaml --steps 200 --profile profile.json",
            "ganglion run net.chip --load-state learned.state --save-state learned.state --seed 2",
            "ganglion run net.chip --steps 2000 --snapshot-every 500 --out runs/long",
            "ganglion run net.chip --steps 4000 --resume runs/long/run.snapshot --threads 2 --out runs/rest")
    {
        (_terminal, _time, _defaults, _log) = (terminal, time, defaults, log);
        Arguments.Add(_path);
        foreach (Option option in (Option[])[_chip, _input, _steps, _seed, _threads, _probes, _loadState, _saveState, _prices, _out, _profile])
        {
            Options.Add(option);
        }

        _snapshotOptions.AddTo(this);
        _mappingOptions.AddTo(this);
        _calibrationOptions.AddTo(this);
        _networkOptions.AddTo(this);
    }

    /// <inheritdoc/>
    protected override int Run(ParseResult arguments, CancellationToken cancellation)
    {
        string[] probes = arguments.GetValue(_probes) ?? [];
        string? folder = arguments.GetValue(_out);
        if (probes.Length > 0 && folder is null)
        {
            throw new UsageException("--probe needs --out, the folder that receives what is recorded");
        }

        using MappingDeadline deadline = _mappingOptions.Deadline(arguments, _time, cancellation);
        SnapshotPlan snapshots = _snapshotOptions.Read(arguments, folder);
        RunRequest request = Request(arguments, deadline, snapshots);
        using LoadedRun run = new RunLoader(request).Load();
        RunLog.Loaded(_log, run.Network.Name, run.Network.Hash, run.Emulation.Neurons, run.Chip?.Cores ?? 0, run.Threads);
        RunReport.WriteDiagnostics(_terminal.Error, run.Diagnostics);
        var states = new StateFiles(arguments.GetValue(_loadState), arguments.GetValue(_saveState));
        states.Begin(run);
        SpikeInput? input = arguments.GetValue(_input) is { } file ? SpikeInput.Read(file, run.Emulation.Populations) : null;
        using var recorder = new RunRecorder(run, folder, probes);
        Begin(arguments, run, recorder, snapshots, input);
        RunLog.Running(_log, snapshots.Goal, request.Seed);
        double seconds = Emulate(run, recorder, snapshots, cancellation);
        bool completed = run.Emulation.Timestep == snapshots.Goal;
        states.End(run);
        if (arguments.GetValue(_profile) is { } profile)
        {
            recorder.WriteProfile(profile);
        }

        RunSummary summary = recorder.Summarize(request.Seed, completed, seconds, states, snapshots);
        if (WantsJson(arguments))
        {
            _terminal.Write(summary, PlainJson.Contracts.RunSummary);
        }
        else
        {
            RunReport.Write(_terminal, summary, recorder.Folder);
        }

        if (!completed)
        {
            _terminal.Error.WriteLine($"ganglion: stopped after timestep {Quantity.Count(run.Emulation.Timestep)} of {Quantity.Count(snapshots.Goal)}; what was recorded until then is kept");
        }

        return completed ? ExitCode.Success : ExitCode.Failure;
    }

    /// <summary>Gives the machine its input, or lets it go on from a snapshot, which brings its input along.</summary>
    private void Begin(ParseResult arguments, LoadedRun run, RunRecorder recorder, SnapshotPlan snapshots, SpikeInput? input)
    {
        bool isWhole = snapshots.Begin(run, recorder.Resumable);
        if (snapshots.Resumed is null)
        {
            RunReport.WriteInputNotes(_terminal.Error, run, input);
            snapshots.Goal = arguments.GetValue(_steps) ?? RunLength.Choose(run, input?.LastTimestep);
            input?.InjectInto(run.Emulation);
            return;
        }

        if (!isWhole)
        {
            _terminal.Error.WriteLine("ganglion: the snapshot is of a machine alone; spikes and latency count from there");
        }

        snapshots.Goal = arguments.GetValue(_steps) ?? (isWhole ? snapshots.Goal : RunLength.Choose(run, lastInput: null));
        if (snapshots.Goal < snapshots.FirstTimestep)
        {
            throw new UsageException($"the snapshot is of timestep {snapshots.FirstTimestep} already; say with --steps how far to go in all");
        }
    }

    private RunRequest Request(ParseResult arguments, MappingDeadline deadline, SnapshotPlan snapshots)
    {
        ulong? seed = (ulong?)arguments.GetValue(_seed);
        if (snapshots.Seed is { } before)
        {
            if ((arguments.GetValue(_input) is null ? arguments.GetValue(_loadState) is null ? null : "--load-state" : "--input") is { } twice)
            {
                throw new UsageException($"--resume brings along what the run began with; leave {twice} out");
            }

            if (seed is { } given && given != before)
            {
                throw new UsageException($"the snapshot is of a run with seed {before}; leave --seed out, or begin the run again");
            }
        }

        string path = arguments.GetRequiredValue(_path);
        string chip = arguments.GetValue(_chip) ?? _defaults.Chip;
        bool isImage = path.EndsWith(RunLoader.ImageExtension, StringComparison.OrdinalIgnoreCase);
        if (isImage && arguments.GetValue(_chip) is not null)
        {
            throw new UsageException("a chip image brings its chip along; leave --chip out, or compile the network anew");
        }

        string? mapping = _mappingOptions.Given(arguments) ?? _calibrationOptions.Given(arguments);
        if (isImage && mapping is { } late)
        {
            throw new UsageException($"a chip image is mapped already; leave {late} out, or compile the network anew");
        }

        if (!isImage && chip == ChipInput.None && (mapping ?? (arguments.GetValue(_prices) is null ? null : "--prices")) is { } idle)
        {
            throw new UsageException($"{idle} needs a chip; leave it out, or name one with --chip");
        }

        return new RunRequest
        {
            Path = path,
            Chip = chip,
            NetworkOptions = _networkOptions.Read(arguments, path),
            CompilerOptions = _mappingOptions.Read(arguments, deadline) with { WeightGrouping = _calibrationOptions.Grouping(arguments) },
            Calibration = _calibrationOptions.Read(arguments),
            Activity = _mappingOptions.Activity(arguments),
            Seed = snapshots.Seed ?? seed ?? 0,
            Threads = (int?)arguments.GetValue(_threads) ?? _defaults.Threads,
            Prices = arguments.GetValue(_prices),
        };
    }

    /// <summary>Runs; the files are completed however it ends, for what they hold is true.</summary>
    private double Emulate(LoadedRun run, RunRecorder recorder, SnapshotPlan snapshots, CancellationToken cancellation)
    {
        double seconds;
        try
        {
            seconds = _terminal.WithProgress(run.Network.Name, snapshots.Goal, report =>
            {
                run.Emulation.Attach(new ProgressObserver(report));
                long begin = _time.GetTimestamp();
                do
                {
                    run.Emulation.Run(snapshots.NextStop(run.Emulation.Timestep) - run.Emulation.Timestep, cancellation);
                    recorder.Flush();
                    snapshots.Write(run, recorder.Resumable);
                }
                while (run.Emulation.Timestep < snapshots.Goal && !cancellation.IsCancellationRequested);

                return _time.GetElapsedTime(begin).TotalSeconds;
            });
        }
        catch
        {
            // What ended the run matters more than a file that ended with it.
            recorder.Complete();
            throw;
        }

        return recorder.Complete() is { } failure ? throw failure : seconds;
    }
}
