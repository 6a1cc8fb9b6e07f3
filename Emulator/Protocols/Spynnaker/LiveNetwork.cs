namespace Ganglion.Protocols.Spynnaker;

/// <summary>What clients of sPyNNaker are told of a network.</summary>
public sealed record LiveNetwork
{
    /// <summary>The populations, with labels and keys that differ.</summary>
    public required IReadOnlyList<LivePopulation> Populations { get; init; }

    /// <summary>Length of a timestep in microseconds.</summary>
    public required double TimestepMicroseconds { get; init; }

    /// <summary>How long the run lasts in milliseconds of the network; 0 where it has no end.</summary>
    public double RuntimeMilliseconds { get; init; }

    /// <summary>The address under which clients reach port 17893.</summary>
    public string BoardAddress { get; init; } = "127.0.0.1";

    /// <summary>The label of the gatherer that sends events out; clients ask for labels that begin with theirs.</summary>
    public string Gatherer { get; init; } = "LiveSpikeReceiver";

    /// <summary>The IP tag of the gatherer.</summary>
    public byte Tag { get; init; } = 1;

    /// <summary>The port that the database names for events; clients ask for others by their tag request.</summary>
    public int EventPort { get; init; } = 17895;
}
