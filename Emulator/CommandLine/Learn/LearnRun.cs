using System.Text.Json.Serialization;
using Ganglion.CommandLine.Emulation;
using Ganglion.CommandLine.Output;
using Ganglion.Cores;
using Ganglion.Emulator;
using Ganglion.Emulator.Ledgers;
using Ganglion.Emulator.Observers;

namespace Ganglion.CommandLine.Learn;

/// <summary>What came of one run of a task, from one seed.</summary>
internal sealed record LearnRun
{
    public required ulong Seed { get; init; }

    /// <summary>What was measured, by name.</summary>
    public IReadOnlyDictionary<string, double> Measures => Measured.ToDictionary(measure => measure.Name, measure => measure.Value);

    /// <summary>The same, with what people shall read, in their order.</summary>
    [JsonIgnore]
    public IReadOnlyList<Measure> Measured { get; init; } = [];

    public required long Timesteps { get; init; }

    public required long Spikes { get; init; }

    public required long SynapticEvents { get; init; }

    public required long LearningUpdates { get; init; }

    public required long WeightWrites { get; init; }

    public required long TraceUpdates { get; init; }

    public required double? ChipTime { get; init; }

    public required double? Energy { get; init; }

    public required HashSummary Hashes { get; init; }

    /// <summary>Describes a machine that has learned.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="hash">Hash of its spikes.</param>
    /// <param name="measured">What was measured.</param>
    public static LearnRun Of(Machine machine, ulong seed, SpikeHash hash, IReadOnlyList<Measure> measured)
    {
        Ledger ledger = machine.Ledger();
        CoreCounters totals = ledger.Totals;
        return new LearnRun
        {
            Seed = seed,
            Measured = measured,
            Timesteps = machine.TotalTimesteps,
            Spikes = totals.Spikes,
            SynapticEvents = totals.SynapticEvents,
            LearningUpdates = totals.LearningUpdates,
            WeightWrites = totals.WeightWrites,
            TraceUpdates = totals.TraceUpdates,
            ChipTime = machine.Spec.Prices.Count == 0 ? null : machine.ChipTime()[0].Seconds,
            Energy = machine.Spec.Prices.Count == 0 ? null : EnergyModel.Price(ledger, machine.Spec.Prices[0]).TotalJoule,
            Hashes = new HashSummary(hash.Value, machine.StateHash(), CountsHash.Compute(ledger)),
        };
    }
}
