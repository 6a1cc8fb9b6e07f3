using Ganglion.Emulator.Devices.Ports;
using Ganglion.Emulator.Sessions;
using Ganglion.Server.Ports;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Ganglion.Server.Hosting;

/// <summary>Looks after ports and clock while the server runs: lets silent clients go, and warns of losses with what helps against them.</summary>
/// <param name="state">What is served.</param>
/// <param name="log">Takes the warnings.</param>
internal sealed class PortWatch(ServerState state, ILogger<PortWatch> log) : BackgroundService
{
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(1);

    private readonly Dictionary<ServerPort, (PortCounters Counters, long Refused, long Limited, long Unsent)> _known = [];
    private long _missed;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        TimeSpan period = state.Options.Limits.ClientTimeout / 4 < Usual ? state.Options.Limits.ClientTimeout / 4 : Usual;
        using var timer = new PeriodicTimer(period, state.Time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
            {
                Look();
            }
        }
        catch (OperationCanceledException)
        {
            Look();
        }
    }

    private void Look()
    {
        foreach (ServerPort port in state.Ports)
        {
            foreach (string client in port.DropSilent())
            {
                ServerLog.Vanished(log, port.Name, client, state.Options.Limits.ClientTimeout.TotalSeconds);
            }

            WarnOfLosses(port);
        }

        DeadlineReport deadlines = state.Session.Deadlines;
        if (deadlines.Missed > _missed)
        {
            ServerLog.Missed(log, deadlines.Missed - _missed, deadlines.WorstLateness.TotalMilliseconds);
        }

        _missed = deadlines.Missed;
    }

    private void WarnOfLosses(ServerPort port)
    {
        PortCounters now = port.Spikes.Counters;
        PortTraffic traffic = port.Traffic;
        (PortCounters before, long refused, long limited, long unsent) = _known.GetValueOrDefault(port);
        _known[port] = (now, traffic.Refused, traffic.Limited, traffic.Unsent);
        Warn(now.Overflow - before.Overflow, ServerLog.Overflowed);
        Warn(now.Late - before.Late, ServerLog.Late);
        Warn(now.WrongKeys - before.WrongKeys, ServerLog.WrongKeys);
        Warn(now.Malformed - before.Malformed, ServerLog.Malformed);
        Warn(traffic.Refused - refused, ServerLog.Refused);
        Warn(traffic.Limited - limited, ServerLog.Limited);
        Warn(traffic.Unsent - unsent, ServerLog.Unsent);

        void Warn(long more, Action<ILogger, string, long> warning)
        {
            if (more > 0)
            {
                warning(log, port.Name, more);
            }
        }
    }
}
