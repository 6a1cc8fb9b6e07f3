using Ganglion.CommandLine.Emulation;
using Ganglion.CommandLine.Input;
using Ganglion.CommandLine.Output;
using Ganglion.Compiler;
using Ganglion.Compiler.Import.Nir;
using Ganglion.Compiler.Networks;
using Ganglion.Emulator;
using Ganglion.Emulator.Ledgers;
using Ganglion.Emulator.Observers;

namespace Ganglion.CommandLine.Digits;

/// <summary>The whole way: import, float reference, map, run, measure.</summary>
/// <param name="time">Wall clock.</param>
internal sealed class DigitDemo(TimeProvider time)
{
    private const int Digits = 10;

    /// <summary>How pixels become spikes.</summary>
    public required DigitCode Code { get; init; }

    /// <summary>Preset or file of the chip.</summary>
    public required string Chip { get; init; }

    /// <summary>Timesteps in which an image is shown.</summary>
    public required int Timesteps { get; init; }

    /// <summary>Images to show.</summary>
    public required int Images { get; init; }

    /// <summary>Workers.</summary>
    public required int Threads { get; init; }

    /// <summary>Seed of the code.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Name of the price table; <see langword="null"/> takes the chip's first.</summary>
    public string? Prices { get; init; }

    /// <summary>Runs the demonstration.</summary>
    /// <param name="report">Takes the number of images shown so far, to both networks.</param>
    /// <param name="record">Takes the answers.</param>
    /// <param name="cancellation">Stops between two images.</param>
    public DemoSummary Run(Action<long> report, Action<DigitAnswer>? record, CancellationToken cancellation)
    {
        ChipSpec.Spec.ChipSpec chip = ChipInput.Load(Chip);
        int? priceTable = PriceChoice.Find(chip, Prices);
        Network network = NirReader.ReadFile(DigitFiles.NetworkPath(Code.NetworkFile)).Network;
        IReadOnlyList<DigitImage> images = DigitFiles.ReadTestImages(Images);
        long begin = time.GetTimestamp();
        CompilationResult compiled = NetworkCompiler.Compile(network, chip);
        double compileSeconds = time.GetElapsedTime(begin).TotalSeconds;

        // Without a chip, spikes cross layers within a timestep; on a chip each layer takes one, so the last answer comes later.
        using var reference = new ReferenceEmulation(network, Seed);
        var referenceRun = new DigitRun(reference, Code.Create(Seed), Timesteps, firstTimestep: 1, duration: Timesteps);
        using var machine = new Machine(compiled.Image, chip, new MachineOptions { Workers = Threads, Seed = Seed });
        using var emulation = new MachineEmulation(machine);
        var chipRun = new DigitRun(emulation, Code.Create(Seed), Timesteps, firstTimestep: 0, duration: Timesteps - 1 + NetworkDepth.Of(network), priceTable);
        SpikeHash hash = new();
        SpikeCounter spikes = new(machine.Neurons);
        machine.Attach(hash);
        machine.Attach(spikes);

        int[] floatAnswers = new int[images.Count];
        int seen = 0;
        for (; seen < images.Count && !cancellation.IsCancellationRequested; seen++)
        {
            floatAnswers[seen] = referenceRun.Classify(images[seen]);
            report(seen);
        }

        List<DigitAnswer> answers = [];
        List<(long Timesteps, double Seconds)> latencies = [];
        begin = time.GetTimestamp();
        for (int index = 0; index < seen && !cancellation.IsCancellationRequested; index++)
        {
            var answer = new DigitAnswer(images[index], floatAnswers[index], chipRun.Classify(images[index]));
            answers.Add(answer);
            record?.Invoke(answer);
            if (chipRun.Latency is { FirstInput: { } first, FirstOutput: { } last })
            {
                latencies.Add((last - first, chipRun.Latency.Seconds));
            }

            report(seen + index);
        }

        double seconds = time.GetElapsedTime(begin).TotalSeconds;
        long sourceSpikes = emulation.Populations.Where(population => population.IsSource)
            .Sum(population => spikes.Counts.Slice(population.FirstNeuron, population.Count).ToArray().Sum());
        return Summarize(chip, priceTable, compiled, machine, answers, latencies) with
        {
            Wall = new DemoWall(compileSeconds, seconds, seconds > 0 ? answers.Count / seconds : 0),
            Counts = Counts.Of(machine.Ledger(), sourceSpikes),
            Hashes = new HashSummary(hash.Value, machine.StateHash(), CountsHash.Compute(machine.Ledger())),
        };
    }

    private DemoSummary Summarize(
        ChipSpec.Spec.ChipSpec chip,
        int? priceTable,
        CompilationResult compiled,
        Machine machine,
        List<DigitAnswer> answers,
        List<(long Timesteps, double Seconds)> latencies)
    {
        int count = Math.Max(1, answers.Count);
        TimeReport? chipTime = priceTable is { } table ? machine.ChipTime()[table] : null;
        EnergySummary? energy = priceTable is { } index ? EnergySummary.Of(EnergyModel.Price(machine.Ledger(), chip.Prices[index])) : null;
        return new DemoSummary
        {
            Network = new NetworkSummary(compiled.Image.NetworkName, compiled.Image.NetworkHash),
            Chip = ChipSummary.Of(chip, compiled.Image, machine.Tiles),
            Code = Code.Name,
            Images = answers.Count,
            TimestepsPerImage = answers.Count == 0 ? 0 : machine.TotalTimesteps / answers.Count,
            Threads = Threads,
            Seed = Seed,
            Accuracy = new AccuracySummary(
                (double)answers.Count(answer => answer.Float == answer.Image.Label) / count,
                (double)answers.Count(answer => answer.Chip == answer.Image.Label) / count,
                (double)answers.Count(answer => answer.Chip == answer.Float) / count),
            Confusion = Confusion(answers),
            LatencyPerImage = chipTime is null ? null : chipTime.Seconds / count,
            FirstAnswer = latencies.Count == 0
                ? null
                : new FirstAnswerSummary(
                    latencies.Count, latencies.Average(latency => latency.Timesteps), chipTime is null ? null : latencies.Average(latency => latency.Seconds)),
            ChipTime = chipTime?.Seconds,
            ChipTimeUnpriced = chipTime?.Unpriced ?? [],
            Energy = energy,
            EnergyPerImage = energy?.Total / count,
            EmulatorSynapseBytes = machine.SynapseBytes,
            Wall = new DemoWall(0, 0, 0),
            Counts = Counts.Of(machine.Ledger(), 0),
            Hashes = new HashSummary("", "", null),
        };
    }

    private static int[][] Confusion(List<DigitAnswer> answers)
    {
        int[][] confusion = [.. Enumerable.Range(0, Digits).Select(_ => new int[Digits])];
        foreach (DigitAnswer answer in answers)
        {
            confusion[answer.Image.Label][answer.Chip]++;
        }

        return confusion;
    }
}
