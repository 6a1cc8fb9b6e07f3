using Ganglion.Emulator;
using Ganglion.Emulator.Sessions;
using Ganglion.Server.Options;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Ganglion.Server.Hosting;

/// <summary>A machine that sensors, robots and test benches talk to over the network, until it ends or is stopped.</summary>
/// <remarks>The machine belongs to the server until that is disposed of; whoever made it disposes of it afterwards.</remarks>
public sealed class GanglionServer : IAsyncDisposable
{
    private readonly IHost _host;
    private bool _isStopped;

    /// <summary>Opens the ports; nothing is received before <see cref="StartAsync"/>.</summary>
    /// <param name="machine">The machine, which does not run.</param>
    /// <param name="options">What to serve.</param>
    /// <param name="time">The wall clock.</param>
    /// <param name="logging">Where log entries go; nowhere unless given.</param>
    /// <exception cref="ChipSpec.Diagnostics.InvalidInputException">A port cannot be opened, or what was asked for contradicts itself.</exception>
    public GanglionServer(Machine machine, ServerOptions options, TimeProvider time, Action<ILoggingBuilder>? logging = null)
    {
        State = new ServerState(machine, options, time);
        try
        {
            _host = ServerHost.Build(State, logging);
        }
        catch
        {
            State.Dispose();
            throw;
        }
    }

    /// <summary>What is served.</summary>
    public ServerState State { get; }

    /// <summary>Where health and metrics are served; <see langword="null"/> before the start, and where they are not.</summary>
    public Uri? HttpAddress => ServerHost.AddressOf(_host);

    /// <summary>Services of the server.</summary>
    public IServiceProvider Services => _host.Services;

    /// <summary>Ends with the session: faulted if the machine failed.</summary>
    public Task Completion => State.Session.Completion;

    /// <summary>Begins to receive and to run.</summary>
    /// <param name="cancellation">Gives up.</param>
    public Task StartAsync(CancellationToken cancellation = default) => _host.StartAsync(cancellation);

    /// <summary>Waits for the end of the session, or for the wish to stop; then ends in order: what was admitted is run, what was sent is delivered.</summary>
    /// <param name="stopping">The wish to stop.</param>
    /// <exception cref="WorkerFailedException">The machine failed.</exception>
    public async Task RunUntilStoppedAsync(CancellationToken stopping)
    {
        var wish = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using CancellationTokenRegistration registration = stopping.Register(wish.SetResult);
        await Task.WhenAny(Completion, wish.Task).ConfigureAwait(false);
        await StopAsync().ConfigureAwait(false);
        if (State.Session.State == SessionState.Failed)
        {
            await Completion.ConfigureAwait(false);
        }
    }

    /// <summary>Lets nothing more in, runs what waits in the ports for a while, and ends after a whole timestep.</summary>
    public async Task StopAsync()
    {
        if (!_isStopped)
        {
            _isStopped = true;
            await _host.StopAsync(CancellationToken.None).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync().ConfigureAwait(false);
        State.Dispose();
        _host.Dispose();
    }
}
