namespace Ganglion.CommandLine.Output;

/// <summary>What has passed through a port of a server.</summary>
internal sealed record ServePortSummary
{
    public required string Name { get; init; }

    public required IReadOnlyList<string> Addresses { get; init; }

    public required long Received { get; init; }

    public required long Admitted { get; init; }

    public required long Sent { get; init; }

    public required long WrongKeys { get; init; }

    public required long Malformed { get; init; }

    public required long Late { get; init; }

    public required long Overflow { get; init; }

    public required long PacketsReceived { get; init; }

    public required long PacketsSent { get; init; }

    public required long PacketsRefused { get; init; }

    public required long PacketsLimited { get; init; }

    public required long PacketsUnsent { get; init; }
}
