using System.Net;
using Ganglion.Emulator.Devices;
using Ganglion.Emulator.Devices.Ports;
using Ganglion.Protocols;
using Ganglion.Protocols.Eieio;
using Ganglion.Server.Keys;
using Ganglion.Server.Lockstep;
using Ganglion.Server.Options;

namespace Ganglion.Server.Ports;

/// <summary>EIEIO packets over UDP; a packet without keys subscribes its sender, and in lock-step closes a timestep and grants it.</summary>
internal sealed class EieioPort : ServerPort, IPacketReceiver
{
    private readonly PortContext _context;
    private readonly UdpChannel _channel;
    private readonly ClientTable _clients;
    private readonly SpikeInlet _inlet;
    private readonly EieioOutput _output;
    private readonly PacketList _packets = new();
    private readonly Lock _gate = new();
    private readonly bool _grants;
    private readonly Granter? _placeholder;
    private long _closed;

    /// <summary>Opens the UDP port.</summary>
    public EieioPort(PortRequest request, PortContext context, SpikePort spikes, KeyMap inputs, KeyMap outputs)
        : base(request, spikes, inputs, outputs)
    {
        _context = context;
        _grants = context.IsLockstep && request.Grants;
        _clients = new ClientTable(context);
        _inlet = new SpikeInlet(spikes, inputs, EieioHeader.LongestPacket);
        _output = new EieioOutput(outputs);
        foreach (IPEndPoint destination in request.Destinations)
        {
            _clients.Add(new Client(destination.Serialize(), isLasting: true));
        }

        _channel = new UdpChannel(new IPEndPoint(context.Options.Listen, request.Number), context, Traffic, this);
        _placeholder = _grants ? context.Grants.Join($"{Name}, which waits for a client") : null;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<IPEndPoint> Addresses => [_channel.LocalEndPoint];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Clients => [.. _clients.All.Select(client => client.ToString())];

    /// <inheritdoc/>
    public void Receive(ReadOnlySpan<byte> packet, SocketAddress sender)
    {
        _clients.Find(sender)?.Hear(_context.Time);
        if (EieioOutput.TryReadClose(packet, out long timestep))
        {
            Close(timestep, sender);
            return;
        }

        var sink = new InletSink(_inlet, Request.Timestamps == TimestampUse.Honour);
        if (new EieioReader(EieioReading.ChipHonouringTimestamps).TryRead(packet, ref sink, out PacketFault fault))
        {
            _inlet.Flush();
        }
        else if (fault != PacketFault.WrongKind || !EieioCommand.TryRead(packet, out EieioCommand command, out _))
        {
            Spikes.CountMalformed();
        }
        else if (command.Code == EieioCommandCode.EventStop && _clients.Find(sender) is { IsLasting: false } client)
        {
            _clients.Remove(client);
        }
    }

    /// <inheritdoc/>
    public void RefuseLong() => Spikes.CountMalformed();

    /// <inheritdoc/>
    public override void Write(long timestep, ReadOnlySpan<DeviceSpike> spikes)
    {
        Client[] clients = _clients.All;
        lock (_gate)
        {
            _packets.Clear();
            _output.Write(timestep, spikes, _packets);
            if (_grants && timestep > 0)
            {
                EieioOutput.Close(timestep, _packets);
                _closed = timestep;
            }

            foreach (Client client in clients)
            {
                SendTo(client.Address);
            }
        }
    }

    /// <inheritdoc/>
    internal override void Start() => _channel.Start();

    /// <inheritdoc/>
    internal override void StopReceiving()
    {
        Spikes.Close();
        _channel.StopReceiving();
    }

    /// <inheritdoc/>
    internal override IReadOnlyList<string> DropSilent()
    {
        long granted = _context.Grants.Granted;
        if (_context.Grants.Granters.All(granter => granter.Granted <= granted))
        {
            return [];
        }

        Client[] silent = [.. _clients.All.Where(client => client.Granter?.Granted == granted && client.IsSilent(_context))];
        foreach (Client client in silent)
        {
            _clients.Remove(client);
        }

        return [.. silent.Select(client => client.ToString())];
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        StopReceiving();
        _channel.Dispose();
    }

    private void Close(long timestep, SocketAddress sender)
    {
        if (_clients.FindOrAdd(sender) is not { } client)
        {
            Traffic.CountRefused();
            return;
        }

        if (!_grants)
        {
            return;
        }

        client.Granter ??= _context.Grants.Join($"{Name}, client {client}");
        _placeholder?.Dispose();
        lock (_gate)
        {
            // An answer may have been lost, or the client is new and does not know the time.
            if (timestep <= _closed)
            {
                SendTo(sender);
                return;
            }
        }

        client.Granter.GrantUntil(timestep);
    }

    private void SendTo(SocketAddress address)
    {
        for (int i = 0; i < _packets.Count; i++)
        {
            _channel.Send(_packets[i], address);
        }
    }
}
