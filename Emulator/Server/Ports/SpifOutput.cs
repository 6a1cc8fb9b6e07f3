using System.Buffers.Binary;
using System.Net;
using Ganglion.Emulator.Devices;
using Ganglion.Protocols.Spif;

namespace Ganglion.Server.Ports;

/// <summary>The output of a SPIF board: clients ask for spikes by commands, and get keys, a word each.</summary>
/// <remarks>
/// Words are sent at the end of every timestep, and before that whenever a frame is full; the interval that a client asks for has no
/// effect, since time is the machine's.
/// </remarks>
internal sealed class SpifOutput : IPacketReceiver, IDisposable
{
    /// <summary>Words in a frame unless a client asks for another length.</summary>
    private const int UsualWords = 32;

    private readonly ServerPort _port;
    private readonly UdpChannel _channel;
    private readonly ClientTable _clients;
    private readonly byte[] _frame = new byte[SpifFormat.MostWords * SpifFormat.WordBytes];
    private volatile int _frameBytes = UsualWords * sizeof(uint);

    /// <summary>Opens the UDP port of the commands.</summary>
    /// <param name="local">Where to listen.</param>
    /// <param name="context">Limits and the clock.</param>
    /// <param name="port">The port that this is the output of.</param>
    public SpifOutput(IPEndPoint local, PortContext context, ServerPort port)
    {
        _port = port;
        _clients = new ClientTable(context);
        foreach (IPEndPoint destination in port.Request.Destinations)
        {
            _clients.Add(new Client(destination.Serialize(), isLasting: true));
        }

        _channel = new UdpChannel(local, context, port.Traffic, this);
    }

    /// <summary>Where commands are taken.</summary>
    public IPEndPoint LocalEndPoint => _channel.LocalEndPoint;

    /// <summary>Addresses of those who are sent spikes.</summary>
    public IReadOnlyList<string> Clients => [.. _clients.All.Select(client => client.ToString())];

    /// <summary>Begins to take commands.</summary>
    public void Start() => _channel.Start();

    /// <inheritdoc/>
    public void Receive(ReadOnlySpan<byte> packet, SocketAddress sender)
    {
        if (!SpifCommand.TryRead(packet, out SpifCommand command, out _))
        {
            RefuseLong();
            return;
        }

        switch (command.Code)
        {
            case SpifCommandCode.Start when _clients.FindOrAdd(sender) is null:
                _port.Traffic.CountRefused();
                break;
            case SpifCommandCode.Stop when _clients.Find(sender) is { IsLasting: false } client:
                _clients.Remove(client);
                break;
            case SpifCommandCode.FrameLength:
                _frameBytes = Math.Clamp(command.Value / sizeof(uint) * sizeof(uint), sizeof(uint), _frame.Length);
                break;
            default:
                break;
        }
    }

    /// <inheritdoc/>
    public void RefuseLong() => _port.Spikes.CountMalformed();

    /// <summary>Sends the spikes of a timestep.</summary>
    /// <param name="spikes">The spikes.</param>
    public void Write(ReadOnlySpan<DeviceSpike> spikes)
    {
        Client[] clients = _clients.All;
        if (clients.Length == 0)
        {
            return;
        }

        int limit = _frameBytes;
        int length = 0;
        foreach (ref readonly DeviceSpike spike in spikes)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(_frame.AsSpan(length), _port.Outputs.KeyOf(spike.Neuron));
            length += sizeof(uint);
            if (length >= limit)
            {
                Send(clients, length);
                length = 0;
            }
        }

        if (length > 0)
        {
            Send(clients, length);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _channel.Dispose();

    private void Send(Client[] clients, int length)
    {
        foreach (Client client in clients)
        {
            _channel.Send(_frame.AsSpan(0, length), client.Address);
        }
    }
}
