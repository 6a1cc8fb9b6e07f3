using Ganglion.ChipSpec.Reading;
using Ganglion.Compiler;
using Ganglion.Compiler.Networks;
using Ganglion.Cores;
using Ganglion.Emulator;
using Ganglion.Emulator.Loop;
using Ganglion.Emulator.Observers;

namespace Ganglion.CommandLine.Bench;

/// <summary>Measures the speed of the emulator on a benchmark network.</summary>
/// <param name="time">Wall clock.</param>
internal sealed class BenchRunner(TimeProvider time)
{
    /// <summary>Timesteps after which all buffers have grown to their size.</summary>
    private const long WarmUp = 1_000;

    /// <summary>Compiles the network, warms up and measures; every repetition begins anew and does the same work.</summary>
    /// <param name="bench">The network.</param>
    /// <param name="seed">Seed of the network.</param>
    /// <param name="workers">Workers, at least 1.</param>
    /// <param name="timesteps">Timesteps of a repetition, at least 1.</param>
    /// <param name="repetitions">Repetitions, at least 1.</param>
    /// <param name="progress">Told of every repetition that is done.</param>
    /// <param name="cancellation">Stops the measurement.</param>
    public BenchResult Run(
        BenchNetwork bench, ulong seed, int workers, long timesteps, int repetitions, Action<long> progress, CancellationToken cancellation)
    {
        Network network = bench.Build(seed);
        ChipSpec.Spec.ChipSpec chip = Presets.Load("unbounded");
        long begin = time.GetTimestamp();
        CompilationResult compiled = NetworkCompiler.Compile(network, chip, new CompilerOptions { MinimumCores = workers });
        double compileSeconds = time.GetElapsedTime(begin).TotalSeconds;
        using var machine = new Machine(compiled.Image, chip, new MachineOptions { Workers = workers, Seed = seed });
        var hash = new SpikeHash();
        machine.Attach(hash);
        machine.Run(Math.Max(timesteps / 10, WarmUp), cancellation);

        CoreCounters before = machine.Ledger().Totals;
        long allocatedBefore = GC.GetTotalAllocatedBytes(precise: true);
        List<double> seconds = [];
        List<double> eventsPerSecond = [];
        for (int repetition = 0; repetition < repetitions && !cancellation.IsCancellationRequested; repetition++)
        {
            machine.Reset();
            long eventsBefore = machine.Ledger().Totals.SynapticEvents;
            begin = time.GetTimestamp();
            machine.Run(timesteps, cancellation);
            seconds.Add(time.GetElapsedTime(begin).TotalSeconds);
            eventsPerSecond.Add((machine.Ledger().Totals.SynapticEvents - eventsBefore) / seconds[^1]);
            progress(repetition + 1);
        }

        cancellation.ThrowIfCancellationRequested();
        double allocated = GC.GetTotalAllocatedBytes(precise: true) - allocatedBefore;
        CoreCounters counted = machine.Ledger().Totals.Since(before);
        int neurons = network.Populations.OfType<NeuronPopulation>().Sum(population => population.Count);
        long synapses = compiled.Image.Cores.Sum(core => core.Usage.Synapses);
        return new BenchResult
        {
            Network = bench.Name,
            Neurons = neurons,
            Synapses = synapses,
            Workers = workers,
            Cores = compiled.Image.Cores.Count,
            Timesteps = timesteps,
            Repetitions = repetitions,
            Rate = 1000.0 * counted.Spikes / neurons / (timesteps * repetitions),
            SynapticEventsPerSecond = Median(eventsPerSecond),
            Slowest = eventsPerSecond.Min(),
            Fastest = eventsPerSecond.Max(),
            TimestepsPerSecond = timesteps / Median(seconds),
            BytesPerSynapse = (double)machine.SynapseBytes / synapses,
            AllocatedBytesPerTimestep = allocated / (timesteps * repetitions),
            CompileSeconds = compileSeconds,
            Phases = Phases(compiled, chip, workers, seed, timesteps, cancellation),
            SpikeHash = hash.Value,
        };
    }

    /// <summary>Runs once more with a clock in the loop, which itself takes a little time.</summary>
    private Dictionary<string, double> Phases(
        CompilationResult compiled, ChipSpec.Spec.ChipSpec chip, int workers, ulong seed, long timesteps, CancellationToken cancellation)
    {
        using var machine = new Machine(compiled.Image, chip, new MachineOptions { Workers = workers, Seed = seed, PhaseClock = time });
        machine.Run(timesteps, cancellation);
        double total = Enum.GetValues<Phase>().Sum(phase => machine.Elapsed(phase).TotalSeconds);
        return Enum.GetValues<Phase>().ToDictionary(phase => phase.ToString().ToLowerInvariant(), phase => machine.Elapsed(phase).TotalSeconds / total);
    }

    private static double Median(List<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
