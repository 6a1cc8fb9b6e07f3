namespace Ganglion.Server.Options;

/// <summary>What a server takes at most, so that no client can harm the others.</summary>
public sealed record ServerLimits
{
    /// <summary>Clients per port that are sent spikes or grant time, at least 1.</summary>
    public int Clients { get; init; } = 16;

    /// <summary>Bytes of a packet, 64 to 65,507.</summary>
    public int MessageBytes { get; init; } = 1_472;

    /// <summary>Packets per second and port, at least 1.</summary>
    public int PacketsPerSecond { get; init; } = 1_000_000;

    /// <summary>Mebibytes that the queues of all ports may take together, at least 1.</summary>
    public int QueueMebibytes { get; init; } = 256;

    /// <summary>How long a client may grant no time while others wait for it.</summary>
    public TimeSpan ClientTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long the spikes that wait in the ports may take when the server ends.</summary>
    public TimeSpan Drain { get; init; } = TimeSpan.FromSeconds(1);
}
