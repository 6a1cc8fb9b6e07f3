using Ganglion.ChipSpec.Image;
using Ganglion.Emulator;
using Ganglion.Emulator.Sessions;
using Ganglion.Server.Keys;
using Ganglion.Server.Lockstep;
using Ganglion.Server.Options;
using Ganglion.Server.Ports;

namespace Ganglion.Server.Hosting;

/// <summary>Everything that a server serves: what its services share.</summary>
public sealed class ServerState : IDisposable
{
    private readonly Machine _machine;
    private readonly StepCounter _counter = new();
    private int _isDisposed;

    /// <summary>Opens the ports of a machine that does not run yet.</summary>
    internal ServerState(Machine machine, ServerOptions options, TimeProvider time)
    {
        (_machine, Options, Time) = (machine, options, time);
        Keys = KeyMap.Of(machine.Image);
        machine.Connect(_counter, [], []);
        Session = new Session(machine, options.Clock, time) { LastTimestep = options.Steps ?? Session.Endless };
        Grants = new GrantBoard(Grant, machine.Timestep);
        Ports = new PortFactory(machine, new PortContext(options, time, Grants), Keys).Open();
    }

    /// <summary>What the server is asked to do.</summary>
    public ServerOptions Options { get; }

    /// <summary>The machine with its clock; talk to the machine through it.</summary>
    public Session Session { get; }

    /// <summary>Last timestep that has ended, while the machine runs as well.</summary>
    public long Timestep => Math.Max(_counter.Timestep, Session.Timestep);

    /// <summary>What the machine runs.</summary>
    public ChipImage Image => _machine.Image;

    /// <summary>The chip that it runs on.</summary>
    public ChipSpec.Spec.ChipSpec Chip => _machine.Spec;

    /// <summary>Keys of all populations.</summary>
    public KeyMap Keys { get; }

    /// <summary>Event ports, in the order in which they were asked for.</summary>
    public IReadOnlyList<ServerPort> Ports { get; }

    /// <summary>Who grants time in lock-step; every client that does joins it.</summary>
    public GrantBoard Grants { get; }

    /// <summary>The wall clock.</summary>
    public TimeProvider Time { get; }

    /// <summary>Ends the session and closes the ports; the machine stays with its owner.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 1)
        {
            return;
        }

        foreach (ServerPort port in Ports)
        {
            port.StopReceiving();
        }

        Session.Dispose();
        foreach (ServerPort port in Ports)
        {
            port.Dispose();
        }
    }

    private void Grant(long timestep)
    {
        try
        {
            Session.GrantUntil(timestep);
        }
        catch (InvalidOperationException) when (Session.State is SessionState.Stopped or SessionState.Failed)
        {
            // A grant that comes after the end moves nothing.
        }
    }
}
