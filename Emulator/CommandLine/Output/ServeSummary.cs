using Ganglion.Emulator.Devices.Ports;
using Ganglion.Emulator.Sessions;
using Ganglion.Server.Hosting;
using Ganglion.Server.Ports;

namespace Ganglion.CommandLine.Output;

/// <summary>JSON of <c>ganglion serve</c>; docs/formats/json.md describes every field.</summary>
internal sealed record ServeSummary
{
    public required NetworkSummary Network { get; init; }

    public required string Chip { get; init; }

    public required string Clock { get; init; }

    public required ulong Seed { get; init; }

    public required long Timesteps { get; init; }

    public required long DeadlineMisses { get; init; }

    public required double WorstLatenessSeconds { get; init; }

    public required IReadOnlyList<ServePortSummary> Ports { get; init; }

    /// <summary>Sums up a server.</summary>
    /// <param name="state">What it serves.</param>
    public static ServeSummary Of(ServerState state)
    {
        DeadlineReport deadlines = state.Session.Deadlines;
        return new ServeSummary
        {
            Network = new NetworkSummary(state.Image.NetworkName, state.Image.NetworkHash),
            Chip = state.Chip.Id,
            Clock = state.Session.Clock.ToString(),
            Seed = state.Options.Seed,
            Timesteps = state.Session.Timestep,
            DeadlineMisses = deadlines.Missed,
            WorstLatenessSeconds = deadlines.WorstLateness.TotalSeconds,
            Ports = [.. state.Ports.Select(Of)],
        };
    }

    private static ServePortSummary Of(ServerPort port)
    {
        PortCounters counters = port.Spikes.Counters;
        return new ServePortSummary
        {
            Name = port.Name,
            Addresses = [.. port.Addresses.Select(address => address.ToString())],
            Received = counters.Received,
            Admitted = counters.Admitted,
            Sent = counters.Sent,
            WrongKeys = counters.WrongKeys,
            Malformed = counters.Malformed,
            Late = counters.Late,
            Overflow = counters.Overflow,
            PacketsReceived = port.Traffic.Received,
            PacketsSent = port.Traffic.Sent,
            PacketsRefused = port.Traffic.Refused,
            PacketsLimited = port.Traffic.Limited,
            PacketsUnsent = port.Traffic.Unsent,
        };
    }
}
