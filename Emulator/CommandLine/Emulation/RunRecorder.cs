using System.Text.Json;
using Ganglion.ChipSpec.Image.Learned;
using Ganglion.CommandLine.Input;
using Ganglion.CommandLine.Output;
using Ganglion.CommandLine.Results;
using Ganglion.Emulator;
using Ganglion.Emulator.Ledgers;
using Ganglion.Emulator.Observers;
using Ganglion.Emulator.Snapshots;

namespace Ganglion.CommandLine.Emulation;

/// <summary>Watches a run: counts, hashes, latency, and the files of its folder.</summary>
internal sealed class RunRecorder : IDisposable
{
    private readonly LoadedRun _run;
    private readonly SpikeHash _spikeHash = new();
    private readonly SpikeCounter _spikeCounter;
    private readonly LatencyMeter _latency;
    private readonly RunFolder? _folder;
    private readonly List<IResumable> _resumable;
    private readonly bool _writesCounters;
    private readonly bool _writesWeights;

    /// <summary>Begins to watch.</summary>
    /// <param name="run">What runs.</param>
    /// <param name="folder">Path of the folder to fill, if any.</param>
    /// <param name="probes">Probes as the user wrote them; they need a folder.</param>
    /// <exception cref="UsageException">A probe is not known, or the folder cannot be made.</exception>
    public RunRecorder(LoadedRun run, string? folder, IReadOnlyList<string> probes)
    {
        _run = run;
        IEmulation emulation = run.Emulation;
        _spikeCounter = new SpikeCounter(emulation.Neurons);
        _latency = new LatencyMeter(emulation.Populations, run.PriceTable);
        emulation.Attach(_spikeHash);
        emulation.Attach(_spikeCounter);
        emulation.Attach(_latency);
        _resumable = [_spikeHash, _spikeCounter, _latency];
        ILookup<bool, (string Text, LearningProbe? Learning)> asked = probes.Distinct().Where(probe => probe is not (ProbeRequest.Counters or ProbeRequest.Weights))
            .Select(probe => (probe, ProbeRequest.ParseLearning(probe, emulation))).ToLookup(probe => probe.Item2 is not null);
        LearningProbe[] learning = [.. asked[true].Select(probe => probe.Learning!)];
        StateProbe[] states = [.. asked[false].Select(probe => ProbeRequest.Parse(probe.Text, emulation))];
        if (probes.FirstOrDefault(probe => probe is ProbeRequest.Counters or ProbeRequest.Weights) is { } chipOnly && emulation is not MachineEmulation)
        {
            throw new UsageException($"--probe {chipOnly} needs a chip; without one there are no cores to look into");
        }

        if (states.Select(probe => probe.FileName).Concat(learning.Select(probe => probe.FileName)).GroupBy(name => name).FirstOrDefault(same => same.Count() > 1) is { } clash)
        {
            throw new UsageException($"two probes would write {clash.Key}; leave one of them out");
        }

        if (folder is null)
        {
            return;
        }

        _folder = new RunFolder(folder);
        try
        {
            OpenFiles(folder, states);
            if (learning.Length > 0)
            {
                LearningProbeFiles.Open(_folder, ((MachineEmulation)emulation).Machine, learning);
            }

            _writesCounters = probes.Contains(ProbeRequest.Counters);
            _writesWeights = probes.Contains(ProbeRequest.Weights);
        }
        catch
        {
            _folder.Dispose();
            throw;
        }
    }

    private string Title => _run.Chip is { } chip ? $"{_run.Network.Name} on {chip.Id}" : $"{_run.Network.Name}, floating point";

    /// <summary>What goes into snapshots.</summary>
    public IEnumerable<IResumable> Resumable => _resumable;

    /// <summary>Path of the folder, if any.</summary>
    public string? Folder => _folder?.Path;

    /// <summary>Brings the files up to the timestep that has been reached, for a snapshot is about to be taken.</summary>
    public void Flush() => _folder?.Flush();

    /// <summary>Gives the files their names; what was recorded so far is in them.</summary>
    /// <returns>Why a file cannot be completed; <see langword="null"/> when all are.</returns>
    public IOException? Complete()
    {
        if (_folder is not null && _run.Emulation is MachineEmulation { Machine: var machine })
        {
            WriteFinal(_folder, machine);
        }

        return _folder?.Complete();
    }

    /// <summary>Writes how often every neuron fired.</summary>
    /// <param name="path">Path of the file.</param>
    /// <exception cref="UsageException">It cannot be written.</exception>
    public void WriteProfile(string path) => ProfileFile.Write(path, _run, _spikeCounter);

    /// <summary>Summarises the run, and writes the summary into the folder.</summary>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="completed">Whether all timesteps were run.</param>
    /// <param name="seconds">Wall time of the timesteps.</param>
    /// <param name="states">Where learning began from and went to.</param>
    /// <param name="snapshots">Where the run goes on from, and which snapshots were taken.</param>
    public RunSummary Summarize(ulong seed, bool completed, double seconds, StateFiles states, SnapshotPlan snapshots)
    {
        Ledger? ledger = (_run.Emulation as MachineEmulation)?.Machine.Ledger();
        TimeReport? time = _run.PriceTable is { } table ? (_run.Emulation as MachineEmulation)?.Machine.ChipTime()[table] : null;
        PopulationSummary[] populations = [.. _run.Emulation.Populations.Select(population =>
            new PopulationSummary(population.Name, population.Count, population.IsSource, population.IsOutput, SpikesOf(population)))];
        var summary = new RunSummary
        {
            Program = "ganglion",
            Version = ProgramVersion.Text,
            Network = _run.Network,
            Chip = _run.Chip,
            Seed = seed,
            Threads = _run.Threads,
            Completed = completed,
            LoadedState = states.Load,
            SavedState = states.Save,
            ResumedFrom = snapshots.Resumed,
            ResumedAt = snapshots.Resumed is null ? null : snapshots.FirstTimestep,
            Snapshot = snapshots.Written,
            Populations = populations,
            Counts = CountsOf(ledger, populations),
            Hashes = new HashSummary(_spikeHash.Value, _run.Emulation.StateHash(), ledger is null ? null : CountsHash.Compute(ledger)),
            Latency = _latency is { FirstInput: { } first, FirstOutput: { } last }
                ? new LatencySummary(first, last, last - first, time is null ? null : _latency.Seconds)
                : null,
            ChipTime = time?.Seconds,
            ChipTimeUnpriced = time?.Unpriced ?? [],
            Energy = ledger is not null && _run.PriceTable is { } prices
                ? EnergySummary.Of(EnergyModel.Price(ledger, ((MachineEmulation)_run.Emulation).Machine.Spec.Prices[prices]))
                : null,
            Wall = new WallSummary(seconds, seconds > 0 ? (_run.Emulation.Timestep - snapshots.FirstTimestep) / seconds : 0),
            Files = _folder?.FileNames ?? [],
        };
        _folder?.WriteSummary(JsonSerializer.Serialize(summary, PlainJson.Contracts.RunSummary));
        return summary;
    }

    /// <inheritdoc/>
    public void Dispose() => _folder?.Dispose();

    /// <summary>Writes what is known at the end only.</summary>
    private void WriteFinal(RunFolder folder, Machine machine)
    {
        LearnedState? learned = machine.Image.Plastic.Count > 0 ? machine.ReadLearned() : null;
        if (_writesCounters)
        {
            folder.Add(CountersFile.Write(folder.Path, machine.Ledger()));
        }

        if (_writesWeights)
        {
            folder.Add(WeightsFile.Write(folder.Path, learned is null ? machine.Image : FrozenImage.Of(machine.Image, learned)));
        }

        if (learned is not null)
        {
            folder.Add(new LearnedFile(folder.Path, learned));
        }
    }

    private void OpenFiles(string folder, StateProbe[] states)
    {
        Attach(new SpikeFile(folder, _run.Emulation.Populations));
        Attach(new PerformanceFile(folder, _run.PriceTable));
        Attach(new RasterFile(folder, Title, _run.Emulation.Populations));
        foreach (StateProbe probe in states)
        {
            if (probe.Variable == ProbeRequest.Spikes)
            {
                var file = new SpikeProbeFile(folder, probe.FileName, probe.Population, probe.Every);
                Attach(file);
                _resumable.Add(file);
            }
            else
            {
                var trace = _folder!.Add(new TraceFile(folder, Title, _run.Emulation.Unit(probe.Population, probe.Variable), probe));
                _folder.Add(_run.Emulation.Record(probe, folder, trace));
            }
        }
    }

    private void Attach<T>(T file)
        where T : IResultFile, ITimestepObserver =>
        _run.Emulation.Attach(_folder!.Add(file));

    private Counts CountsOf(Ledger? ledger, PopulationSummary[] populations)
    {
        long sourceSpikes = populations.Where(population => population.Source).Sum(population => population.Spikes);
        return ledger is not null
            ? Counts.Of(ledger, sourceSpikes)
            : new Counts
            {
                Timesteps = _run.Emulation.Timestep,
                Spikes = populations.Where(population => !population.Source).Sum(population => population.Spikes),
                SourceSpikes = sourceSpikes,
                SynapticEvents = ((ReferenceEmulation)_run.Emulation).SynapticEvents,
            };
    }

    private long SpikesOf(PopulationInfo population)
    {
        long spikes = 0;
        foreach (long count in _spikeCounter.Counts.Slice(population.FirstNeuron, population.Count))
        {
            spikes += count;
        }

        return spikes;
    }
}
