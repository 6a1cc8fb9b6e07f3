using System.Text.Json.Serialization;
using Ganglion.Cores;
using Ganglion.Emulator.Ledgers;

namespace Ganglion.CommandLine.Output;

/// <summary>What happened in a run, in whole numbers; those that only a chip has are left out without one.</summary>
internal sealed record Counts
{
    public required long Timesteps { get; init; }

    public required long Spikes { get; init; }

    public required long SourceSpikes { get; init; }

    public required long SynapticEvents { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? SynapticEventsSparse { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? SynapticEventsDense { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? SynapticEventsShared { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? AxonEvents { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? DendriteUpdates { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? CompartmentsActive { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? CompartmentsInactive { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? LearningUpdates { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? WeightWrites { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? TraceUpdates { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Messages { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? SourceMessages { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? HopsEastWest { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? HopsNorthSouth { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? HopsBetweenChips { get; init; }

    /// <summary>Takes the counts of a ledger.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="sourceSpikes">Spikes of the sources, which a ledger does not hold.</param>
    public static Counts Of(Ledger ledger, long sourceSpikes)
    {
        CoreCounters totals = ledger.Totals;
        (long eastWest, long northSouth) = ledger.Hops;
        return new Counts
        {
            Timesteps = ledger.Timesteps,
            Spikes = totals.Spikes,
            SourceSpikes = sourceSpikes,
            SynapticEvents = totals.SynapticEvents,
            SynapticEventsSparse = totals.SynapticEventsSparse,
            SynapticEventsDense = totals.SynapticEventsDense,
            SynapticEventsShared = totals.SynapticEventsShared,
            AxonEvents = totals.AxonEvents,
            DendriteUpdates = totals.DendriteUpdates,
            CompartmentsActive = totals.CompartmentsActive,
            CompartmentsInactive = totals.CompartmentsInactive,
            LearningUpdates = totals.LearningUpdates,
            WeightWrites = totals.WeightWrites,
            TraceUpdates = totals.TraceUpdates,
            Messages = totals.MessagesOut,
            SourceMessages = ledger.SourceMessages,
            HopsEastWest = eastWest,
            HopsNorthSouth = northSouth,
            HopsBetweenChips = ledger.Mesh.Board is null ? null : ledger.HopsBetweenChips,
        };
    }
}
