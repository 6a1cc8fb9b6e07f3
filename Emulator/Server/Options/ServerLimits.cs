namespace Ganglion.Server.Options;

/// <summary>What a server takes at most, so that no client can harm the others.</summary>
public sealed record ServerLimits
{
    /// <summary>Most clients per port that can be asked for.</summary>
    public const int MostClients = 1_024;

    /// <summary>Smallest limit of a packet, in bytes: the protocols need as much.</summary>
    public const int LeastMessageBytes = 256;

    /// <summary>Largest limit of a packet, in bytes: UDP carries no more.</summary>
    public const int MostMessageBytes = 65_507;

    /// <summary>Clients per port that are sent spikes or grant time, 1 to <see cref="MostClients"/>.</summary>
    public int Clients { get; init; } = 16;

    /// <summary>Bytes of a packet, <see cref="LeastMessageBytes"/> to <see cref="MostMessageBytes"/>.</summary>
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
