using System.Net;
using Ganglion.Emulator.Sessions;

namespace Ganglion.Server.Options;

/// <summary>What a server is asked to do.</summary>
public sealed record ServerOptions
{
    /// <summary>What makes time pass.</summary>
    public SessionClock Clock { get; init; } = new(ClockKind.Paced);

    /// <summary>Timestep after which the server ends; <see langword="null"/> for none.</summary>
    public long? Steps { get; init; }

    /// <summary>Seed of every random draw of the machine.</summary>
    public ulong Seed { get; init; }

    /// <summary>Workers of the machine; <see langword="null"/> leaves the number to the program.</summary>
    public int? Threads { get; init; }

    /// <summary>Address that the server listens on.</summary>
    public IPAddress Listen { get; init; } = IPAddress.Loopback;

    /// <summary>Networks beyond this computer whose UDP packets are taken; they carry no proof of who sent them.</summary>
    public IReadOnlyList<IPNetwork> RemoteUdp { get; init; } = [];

    /// <summary>Event ports.</summary>
    public IReadOnlyList<PortRequest> Ports { get; init; } = [];

    /// <summary>TCP port of health and metrics, 0 for a free one; <see langword="null"/> for none.</summary>
    public int? Http { get; init; }

    /// <summary>File with the token that HTTP clients show; <see langword="null"/> for none.</summary>
    public string? TokenFile { get; init; }

    /// <summary>PKCS #12 file with the certificate and key of the server; <see langword="null"/> for none.</summary>
    public string? Certificate { get; init; }

    /// <summary>PEM file with the authority whose clients are let in; <see langword="null"/> for none.</summary>
    public string? ClientAuthority { get; init; }

    /// <summary>Where measurements are sent by the OpenTelemetry protocol; <see langword="null"/> for nowhere.</summary>
    public Uri? Telemetry { get; init; }

    /// <summary>What the server takes at most.</summary>
    public ServerLimits Limits { get; init; } = new();

    /// <summary>Whether the server is within reach of other computers.</summary>
    public bool IsRemote => !IPAddress.IsLoopback(Listen);
}
