namespace Ganglion.Cores;

/// <summary>Counts of what a core did; all of them are integers and only ever grow.</summary>
public struct CoreCounters
{
    /// <summary>Address events that arrived: axons in that fired.</summary>
    public long AxonEvents;

    /// <summary>Synaptic events of sparse rows.</summary>
    public long SynapticEventsSparse;

    /// <summary>Synaptic events of dense rows.</summary>
    public long SynapticEventsDense;

    /// <summary>Synaptic events of rows that share their weights.</summary>
    public long SynapticEventsShared;

    /// <summary>Dendrite accumulators that held input when their timestep came.</summary>
    public long DendriteUpdates;

    /// <summary>Updates of compartments with input, bias, current or potential.</summary>
    public long CompartmentsActive;

    /// <summary>Updates of compartments at rest.</summary>
    public long CompartmentsInactive;

    /// <summary>Spikes of the core's compartments.</summary>
    public long Spikes;

    /// <summary>Messages sent: one per spike and destination core.</summary>
    public long MessagesOut;

    /// <summary>Plastic synapses that the learning engine visited.</summary>
    public long LearningUpdates;

    /// <summary>Plastic weights that changed.</summary>
    public long WeightWrites;

    /// <summary>Impulses that learning traces have taken: one per spike and trace that it moves.</summary>
    public long TraceUpdates;

    /// <summary>Synaptic events of all kinds.</summary>
    public readonly long SynapticEvents => SynapticEventsSparse + SynapticEventsDense + SynapticEventsShared;

    /// <summary>Adds the counts of another core or timestep.</summary>
    /// <param name="other">Counts to add.</param>
    public void Add(in CoreCounters other)
    {
        AxonEvents += other.AxonEvents;
        SynapticEventsSparse += other.SynapticEventsSparse;
        SynapticEventsDense += other.SynapticEventsDense;
        SynapticEventsShared += other.SynapticEventsShared;
        DendriteUpdates += other.DendriteUpdates;
        CompartmentsActive += other.CompartmentsActive;
        CompartmentsInactive += other.CompartmentsInactive;
        Spikes += other.Spikes;
        MessagesOut += other.MessagesOut;
        LearningUpdates += other.LearningUpdates;
        WeightWrites += other.WeightWrites;
        TraceUpdates += other.TraceUpdates;
    }

    /// <summary>What was counted after <paramref name="earlier"/>.</summary>
    /// <param name="earlier">The same core's counters at an earlier time.</param>
    public readonly CoreCounters Since(in CoreCounters earlier) => new()
    {
        AxonEvents = AxonEvents - earlier.AxonEvents,
        SynapticEventsSparse = SynapticEventsSparse - earlier.SynapticEventsSparse,
        SynapticEventsDense = SynapticEventsDense - earlier.SynapticEventsDense,
        SynapticEventsShared = SynapticEventsShared - earlier.SynapticEventsShared,
        DendriteUpdates = DendriteUpdates - earlier.DendriteUpdates,
        CompartmentsActive = CompartmentsActive - earlier.CompartmentsActive,
        CompartmentsInactive = CompartmentsInactive - earlier.CompartmentsInactive,
        Spikes = Spikes - earlier.Spikes,
        MessagesOut = MessagesOut - earlier.MessagesOut,
        LearningUpdates = LearningUpdates - earlier.LearningUpdates,
        WeightWrites = WeightWrites - earlier.WeightWrites,
        TraceUpdates = TraceUpdates - earlier.TraceUpdates,
    };
}
