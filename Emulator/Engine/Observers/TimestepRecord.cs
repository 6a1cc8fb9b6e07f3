using Ganglion.Cores;

namespace Ganglion.Emulator.Observers;

/// <summary>What happened in one timestep of the whole machine.</summary>
public readonly ref struct TimestepRecord
{
    /// <summary>The timestep; 0 for what sources sent before the first.</summary>
    public required long Timestep { get; init; }

    /// <summary>Logical ids of the neurons and source neurons that fired, ascending; a source neuron may appear several times.</summary>
    public required ReadOnlySpan<int> Spikes { get; init; }

    /// <summary>Payload of each of <see cref="Spikes"/>; empty when all of them are 1.</summary>
    public ReadOnlySpan<int> Payloads { get; init; }

    /// <summary>Counts of the timestep, summed over all cores.</summary>
    public required CoreCounters Counters { get; init; }

    /// <summary>Duration in chip time, in seconds, by each price table of the chip specification.</summary>
    public required ReadOnlySpan<double> Seconds { get; init; }

    /// <summary>Messages of the timestep, ordered by source core, compartment and destination; empty unless they are traced.</summary>
    public required ReadOnlySpan<MessageRecord> Messages { get; init; }
}
