using Ganglion.Emulator.Sessions;
using Ganglion.Server.Ports;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Ganglion.Server.Hosting;

/// <summary>Starts ports and session, and ends them in order.</summary>
/// <param name="state">What is served.</param>
/// <param name="log">Says what happens.</param>
internal sealed class SessionService(ServerState state, ILogger<SessionService> log) : IHostedService
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(2);

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        ServerLog.Starting(log, state.Image.NetworkName, state.Image.NetworkHash, state.Session.Clock.ToString());
        foreach (ServerPort port in state.Ports)
        {
            port.Start();
            ServerLog.Listening(log, port.Name, string.Join(", ", port.Addresses));
        }

        if (state.Session.Clock.Kind == ClockKind.Lockstep && state.Grants.Granters.Count == 0)
        {
            ServerLog.NobodyGrants(log);
        }

        state.Session.Start();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        foreach (ServerPort port in state.Ports)
        {
            port.StopReceiving();
        }

        await DrainAsync(cancellationToken).ConfigureAwait(false);
        await state.Session.StopAsync().ConfigureAwait(false);
        ServerLog.Stopped(log, state.Session.Timestep, state.Session.State.ToString());
    }

    /// <summary>Waits until what was admitted has fired.</summary>
    private async Task DrainAsync(CancellationToken cancellation)
    {
        // In lock-step time stands still without a client; what waits there would wait in vain.
        if (state.Session.Clock.Kind == ClockKind.Lockstep)
        {
            return;
        }

        long begin = state.Time.GetTimestamp();
        while (state.Session.State == SessionState.Running && state.Ports.Any(port => port.Spikes.Counters.Waiting > 0))
        {
            if (state.Time.GetElapsedTime(begin) >= state.Options.Limits.Drain)
            {
                ServerLog.Undrained(log, state.Ports.Sum(port => port.Spikes.Counters.Waiting));
                return;
            }

            await Task.Delay(Glance, state.Time, cancellation).ConfigureAwait(false);
        }
    }
}
