using System.Net;
using System.Net.Sockets;
using Ganglion.Emulator.Devices;
using Ganglion.Emulator.Devices.Ports;
using Ganglion.Server.Keys;
using Ganglion.Server.Options;

namespace Ganglion.Server.Ports;

/// <summary>Renode's external control protocol over TCP: in lock-step, a client that lets virtual time pass grants timesteps.</summary>
internal sealed class RenodePort : ServerPort
{
    private readonly PortContext _context;
    private readonly Socket _listener;
    private readonly Thread _thread;
    private readonly List<RenodeClient> _clients = [];
    private readonly object _gate = new();
    private long _reached;
    private bool _isClosed;

    /// <summary>Opens the TCP port.</summary>
    public RenodePort(PortRequest request, PortContext context, SpikePort spikes, KeyMap inputs, KeyMap outputs)
        : base(request, spikes, inputs, outputs)
    {
        _context = context;
        _reached = context.Grants.Granted;
        var local = new IPEndPoint(context.Options.Listen, request.Number);
        _listener = new Socket(local.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            _listener.Bind(local);
            _listener.Listen();
        }
        catch
        {
            _listener.Dispose();
            throw;
        }

        _thread = new Thread(Accept) { Name = $"tcp {request.Number}", IsBackground = true };
    }

    /// <inheritdoc/>
    public override IReadOnlyList<IPEndPoint> Addresses => [(IPEndPoint)_listener.LocalEndPoint!];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Clients
    {
        get
        {
            lock (_gate)
            {
                return [.. _clients.Select(client => client.Name)];
            }
        }
    }

    /// <summary>Nanoseconds of virtual time in a timestep.</summary>
    public ulong TimestepNanoseconds => (ulong)(_context.Options.Clock.Timestep.Ticks * TimeSpan.NanosecondsPerTick);

    /// <summary>Last timestep that has ended.</summary>
    public long Reached
    {
        get
        {
            lock (_gate)
            {
                return _reached;
            }
        }
    }

    /// <inheritdoc/>
    public override void Write(long timestep, ReadOnlySpan<DeviceSpike> spikes)
    {
        lock (_gate)
        {
            _reached = timestep;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Waits for the end of a timestep.</summary>
    /// <param name="timestep">The timestep.</param>
    /// <returns>Whether it has come.</returns>
    public bool WaitFor(long timestep)
    {
        lock (_gate)
        {
            while (_reached < timestep && !_isClosed)
            {
                Monitor.Wait(_gate);
            }

            return _reached >= timestep;
        }
    }

    /// <summary>Forgets a client that has left.</summary>
    /// <param name="client">The client.</param>
    public void Remove(RenodeClient client)
    {
        lock (_gate)
        {
            _clients.Remove(client);
        }
    }

    /// <inheritdoc/>
    internal override void Start() => _thread.Start();

    /// <inheritdoc/>
    internal override void StopReceiving()
    {
        RenodeClient[] clients;
        lock (_gate)
        {
            _isClosed = true;
            clients = [.. _clients];
            Monitor.PulseAll(_gate);
        }

        _listener.Dispose();
        Array.ForEach(clients, client => client.Dispose());
        if (_thread.IsAlive)
        {
            _thread.Join();
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing) => StopReceiving();

    private void Accept()
    {
        while (true)
        {
            try
            {
                Take(_listener.Accept());
            }
            catch (Exception cause) when (cause is SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private void Take(Socket socket)
    {
        lock (_gate)
        {
            if (_isClosed || _clients.Count >= _context.Options.Limits.Clients)
            {
                Traffic.CountRefused();
                socket.Dispose();
                return;
            }

            var client = new RenodeClient(socket, this, _context);
            _clients.Add(client);
            client.Start();
        }
    }
}
