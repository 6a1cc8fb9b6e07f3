using System.Net;
using Ganglion.Emulator.Devices.Ports;

namespace Ganglion.Server.Options;

/// <summary>A port that a user asks for.</summary>
public sealed record PortRequest
{
    /// <summary>What is spoken.</summary>
    public required PortProtocol Protocol { get; init; }

    /// <summary>Number of the UDP or TCP port; 0 for a free one.</summary>
    public required int Number { get; init; }

    /// <summary>Name for counters and messages; <see langword="null"/> for protocol and number.</summary>
    public string? Name { get; init; }

    /// <summary>External sources that the port drives; <see langword="null"/> for all.</summary>
    public IReadOnlyList<string>? Sources { get; init; }

    /// <summary>Populations whose spikes the port sends; <see langword="null"/> for the network's outputs, or all neurons where it has none.</summary>
    public IReadOnlyList<string>? Populations { get; init; }

    /// <summary>What happens to spikes that find the port full.</summary>
    public LossPolicy Policy { get; init; } = LossPolicy.DropNew;

    /// <summary>Spikes that can wait, at least 1.</summary>
    public int Capacity { get; init; } = 65_536;

    /// <summary>Keys that differ from those of the server.</summary>
    public IReadOnlyList<KeyChoice> Keys { get; init; } = [];

    /// <summary>What timestamps of packets mean.</summary>
    public TimestampUse Timestamps { get; init; } = TimestampUse.Honour;

    /// <summary>Whether clients of the port grant time when the clock is lockstep; not of use with <see cref="PortProtocol.Spif"/>.</summary>
    public bool Grants { get; init; } = true;

    /// <summary>Who is sent spikes without having asked.</summary>
    public IReadOnlyList<IPEndPoint> Destinations { get; init; } = [];

    /// <summary>UDP port of the output commands of <see cref="PortProtocol.Spif"/>; <see langword="null"/> for the board's rule.</summary>
    public int? OutputNumber { get; init; }

    /// <summary>The same with the board's rule: 3332 for 3333 and 3331 for 3334; the port below any other number, and a free one for a free one.</summary>
    public int ChosenOutputNumber => OutputNumber ?? (Number is 3333 or 3334 ? 6665 - Number : Math.Max(Number - 1, 0));

    /// <summary>Sensor whose addresses arrive in place of keys; <see langword="null"/> for keys.</summary>
    public SensorSize? Sensor { get; init; }

    /// <summary>What the port is called.</summary>
    public string DisplayName => Name ?? $"{Protocol.ToString().ToLowerInvariant()}:{Number}";
}
