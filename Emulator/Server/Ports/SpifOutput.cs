using System.Buffers.Binary;
using System.Net;
using Ganglion.Emulator.Devices;

namespace Ganglion.Server.Ports;

/// <summary>The output of a SPIF board: clients ask for spikes by commands, and get keys, a word each.</summary>
/// <remarks>Words are sent at the end of every timestep, and before that whenever a frame is full.</remarks>
internal sealed class SpifOutput : IPacketReceiver, IDisposable
{
    /// <summary>Words in a frame unless a client asks for another length.</summary>
    private const int UsualWords = 32;

    private const uint CommandMask = 0xffff_0000;
    private const uint StartCommand = 0x5ec0_0000;
    private const uint StopCommand = 0x5ec1_0000;
    private const uint TickCommand = 0x5ec2_0000;
    private const uint LengthCommand = 0x5ec4_0000;

    private readonly ServerPort _port;
    private readonly UdpChannel _channel;
    private readonly ClientTable _clients;
    private readonly byte[] _frame;
    private readonly int _mostBytes;
    private volatile int _frameBytes = UsualWords * sizeof(uint);

    /// <summary>Opens the UDP port of the commands.</summary>
    /// <param name="local">Where to listen.</param>
    /// <param name="context">Limits and the clock.</param>
    /// <param name="port">The port that this is the output of.</param>
    public SpifOutput(IPEndPoint local, PortContext context, ServerPort port)
    {
        _port = port;
        _clients = new ClientTable(context.Options.Limits.Clients);
        _mostBytes = context.Options.Limits.MessageBytes / sizeof(uint) * sizeof(uint);
        _frame = new byte[_mostBytes];
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
        if (packet.Length < sizeof(uint))
        {
            RefuseLong();
            return;
        }

        uint word = BinaryPrimitives.ReadUInt32LittleEndian(packet);
        switch (word & CommandMask)
        {
            case StartCommand when _clients.FindOrAdd(sender) is null:
                _port.Traffic.CountRefused();
                break;
            case StopCommand when _clients.Find(sender) is { IsLasting: false } client:
                _clients.Remove(client);
                break;
            case LengthCommand:
                _frameBytes = Math.Clamp((int)(word & ~CommandMask) / sizeof(uint) * sizeof(uint), sizeof(uint), _mostBytes);
                break;
            case StartCommand or StopCommand or TickCommand:
                break;
            default:
                RefuseLong();
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
