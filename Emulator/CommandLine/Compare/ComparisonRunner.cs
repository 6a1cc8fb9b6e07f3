using Ganglion.ChipSpec.Diagnostics;
using Ganglion.CommandLine.Emulation;
using Ganglion.CommandLine.Input;
using Ganglion.CommandLine.Output;
using Ganglion.Compiler.Reference;

namespace Ganglion.CommandLine.Compare;

/// <summary>Runs one network in floating point and on several chips.</summary>
internal sealed class ComparisonRunner
{
    private readonly ComparisonRequest _request;
    private readonly TextWriter _error;
    private readonly Action<long> _progress;
    private readonly CancellationToken _cancellation;
    private IReadOnlyList<Label> _stretches = [];
    private NetworkSummary? _network;
    private PopulationInfo? _output;
    private long _steps;
    private OutputCounter? _reference;

    private ComparisonRunner(ComparisonRequest request, TextWriter error, Action<long> progress, CancellationToken cancellation)
    {
        _request = request;
        _error = error;
        _progress = progress;
        _cancellation = cancellation;
    }

    /// <summary>Compares.</summary>
    /// <param name="request">What the user wants.</param>
    /// <param name="error">Receives notes on the input.</param>
    /// <param name="progress">Told of every chip that is done.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="InvalidInputException">The network, the input or the labels cannot be taken.</exception>
    public static Comparison Run(ComparisonRequest request, TextWriter error, Action<long> progress, CancellationToken cancellation) =>
        new ComparisonRunner(request, error, progress, cancellation).Run();

    private Comparison Run()
    {
        List<ChipResult> results = [];
        List<InvalidInputException> refusals = [];
        foreach (string chip in _request.Chips.Where(chip => chip != ChipInput.None).Prepend(ChipInput.None))
        {
            _progress(results.Count);
            results.Add(Try(chip, refusals));
        }

        if (_network is null || _output is null)
        {
            throw new InvalidInputException([.. refusals.SelectMany(refusal => refusal.Diagnostics)]);
        }

        return new Comparison
        {
            Network = _network,
            Output = _output.Name,
            Timesteps = _steps,
            Seed = _request.Run.Seed,
            Stretches = _stretches.Count,
            Labelled = _request.Labels is not null,
            Results = results,
        };
    }

    private LoadedRun Load(string chip) => new RunLoader(_request.Run with { Chip = chip, SeeksRemedies = false }).Load();

    private SpikeInput? ReadInput(LoadedRun run) => _request.Input is { } path ? SpikeInput.Read(path, run.Emulation.Populations) : null;

    private ChipResult Try(string chip, List<InvalidInputException> refusals)
    {
        try
        {
            using LoadedRun run = Load(chip);
            Prepare(run);
            return Measure(run, chip);
        }
        catch (InvalidInputException refusal) when (refusal.Diagnostics.Any(finding => IsAnswer(finding, chip)))
        {
            refusals.Add(refusal);
            return new ChipResult
            {
                Chip = chip,
                Refusal = [.. refusal.Diagnostics.Where(finding => finding.Severity == DiagnosticSeverity.Error).Select(finding => finding.ToString())],
            };
        }
    }

    /// <summary>A chip that cannot hold the network is an answer, as is a network without a reference; what does not exist is a mistake.</summary>
    private static bool IsAnswer(Diagnostic finding, string chip) => chip == ChipInput.None
        ? finding.Descriptor == ReferenceDiagnostics.NoReference || finding.Descriptor == ReferenceDiagnostics.NoLearning
        : finding.Code.StartsWith("GAN2", StringComparison.Ordinal);

    /// <summary>The first run that loads says how long all of them are, and what their output is.</summary>
    private void Prepare(LoadedRun run)
    {
        if (_network is not null)
        {
            return;
        }

        PopulationInfo output = OutputOf(run);
        SpikeInput? input = ReadInput(run);
        RunReport.WriteInputNotes(_error, run, input);
        _steps = _request.Steps ?? RunLength.Choose(run, input?.LastTimestep);
        _stretches = _request.Labels is { } labels ? LabelFile.Read(labels, output.Count) : [new Label(1, _steps, -1)];
        (_network, _output) = (run.Network, output);
    }

    private ChipResult Measure(LoadedRun run, string chip)
    {
        PopulationInfo output = OutputOf(run);
        int delay = run.PipelineDelays.GetValueOrDefault(output.Name);
        var counter = new OutputCounter(output.FirstNeuron, output.Count, _stretches, delay);
        if (chip == ChipInput.None)
        {
            _reference = counter;
        }

        run.Emulation.Attach(counter);
        using var recorder = new RunRecorder(run, folder: null, probes: []);
        ReadInput(run)?.InjectInto(run.Emulation);
        run.Emulation.Run(_steps + delay, _cancellation);
        _cancellation.ThrowIfCancellationRequested();
        RunSummary summary = recorder.Summarize(_request.Run.Seed, completed: true, seconds: 0, new StateFiles(null, null), new SnapshotPlan(null, null, null));
        int[] stretches = [.. Enumerable.Range(0, _stretches.Count)];
        return new ChipResult
        {
            Chip = chip,
            Cores = summary.Chip?.Cores,
            SynapseMemoryBits = summary.Chip?.SynapseMemoryBits,
            Spikes = summary.Counts.Spikes,
            OutputSpikes = stretches.Sum(stretch => Sum(counter[stretch])),
            OutputDifference = Difference(counter, stretches),
            AnsweredAlike = _reference is { } exact ? stretches.Average(stretch => counter.Answer(stretch) == exact.Answer(stretch) ? 1.0 : 0.0) : null,
            Accuracy = _request.Labels is null ? null : stretches.Average(stretch => counter.Answer(stretch) == _stretches[stretch].Neuron ? 1.0 : 0.0),
            SynapticEvents = summary.Counts.SynapticEvents,
            ChipTime = summary.ChipTime,
            Energy = summary.Energy?.Total,
            Prices = summary.Energy?.Table,
            SpikeHash = summary.Hashes.Spikes,
        };
    }

    private double? Difference(OutputCounter counter, int[] stretches)
    {
        if (_reference is not { } exact)
        {
            return null;
        }

        long expected = stretches.Sum(stretch => Sum(exact[stretch]));
        long difference = stretches.Sum(stretch => Enumerable.Range(0, counter[stretch].Length).Sum(neuron => Math.Abs(counter[stretch][neuron] - exact[stretch][neuron])));
        return expected == 0 ? null : (double)difference / expected;
    }

    private static long Sum(ReadOnlySpan<long> counts)
    {
        long sum = 0;
        foreach (long count in counts)
        {
            sum += count;
        }

        return sum;
    }

    /// <summary>The network's output; its last population when it names none.</summary>
    private static PopulationInfo OutputOf(LoadedRun run) =>
        run.Emulation.Populations.FirstOrDefault(population => population.IsOutput) ?? run.Emulation.Populations[^1];
}
