using System.Net;
using System.Net.Sockets;

namespace Ganglion.Server.Ports;

/// <summary>A UDP socket with a thread that receives; nothing is allocated per packet.</summary>
internal sealed class UdpChannel : IDisposable
{
    /// <summary>Bytes that the system is asked to hold for us in each direction; it may give less.</summary>
    private const int SystemBuffer = 4 * 1024 * 1024;

    private readonly Socket _socket;
    private readonly SocketAddress _sender;
    private readonly SourceFilter _filter;
    private readonly RateLimit _rate;
    private readonly PortTraffic _traffic;
    private readonly IPacketReceiver _receiver;
    private readonly byte[] _buffer;
    private readonly Thread _thread;
    private volatile bool _takesNone;
    private volatile bool _isClosed;

    /// <summary>Opens the socket.</summary>
    /// <param name="local">Address and port to listen on; port 0 for a free one.</param>
    /// <param name="context">Limits and the clock.</param>
    /// <param name="traffic">Counts packets.</param>
    /// <param name="receiver">Takes packets.</param>
    /// <exception cref="SocketException">The port is taken, or the address is not of this computer.</exception>
    public UdpChannel(IPEndPoint local, PortContext context, PortTraffic traffic, IPacketReceiver receiver)
    {
        (_traffic, _receiver) = (traffic, receiver);
        _filter = new SourceFilter(context.Options.RemoteUdp);
        _rate = new RateLimit(context.Time, context.Options.Limits.PacketsPerSecond);
        _buffer = new byte[context.Options.Limits.MessageBytes + 1];
        _sender = new SocketAddress(local.AddressFamily);
        _socket = new Socket(local.AddressFamily, SocketType.Dgram, ProtocolType.Udp) { ReceiveBufferSize = SystemBuffer, SendBufferSize = SystemBuffer };
        try
        {
            _socket.Bind(local);
        }
        catch
        {
            _socket.Dispose();
            throw;
        }

        LocalEndPoint = (IPEndPoint)_socket.LocalEndPoint!;
        _thread = new Thread(Receive) { Name = $"udp {LocalEndPoint.Port}", IsBackground = true };
    }

    /// <summary>Where the socket listens.</summary>
    public IPEndPoint LocalEndPoint { get; }

    /// <summary>Begins to receive.</summary>
    public void Start() => _thread.Start();

    /// <summary>Sends a packet; one that cannot be sent is counted.</summary>
    /// <param name="packet">The packet.</param>
    /// <param name="to">To whom.</param>
    public void Send(ReadOnlySpan<byte> packet, SocketAddress to)
    {
        try
        {
            _socket.SendTo(packet, SocketFlags.None, to);
            _traffic.CountSent();
        }
        catch (Exception cause) when (cause is SocketException or ObjectDisposedException)
        {
            _traffic.CountUnsent();
        }
    }

    /// <summary>Takes no packet any more; packets can still be sent.</summary>
    public void StopReceiving() => _takesNone = true;

    /// <summary>Closes the socket, and waits for the thread.</summary>
    public void Dispose()
    {
        if (_isClosed)
        {
            return;
        }

        _takesNone = _isClosed = true;
        _socket.Dispose();
        if (_thread.IsAlive)
        {
            _thread.Join();
        }
    }

    private void Receive()
    {
        while (!_isClosed)
        {
            try
            {
                Take(_socket.ReceiveFrom(_buffer, SocketFlags.None, _sender));
            }
            catch (SocketException) when (!_isClosed)
            {
                // Some systems report here that an earlier packet reached nobody.
                _traffic.CountUnsent();
            }
            catch (Exception cause) when (cause is SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private void Take(int length)
    {
        if (_takesNone)
        {
            return;
        }

        _traffic.CountReceived();
        if (!_filter.Takes(_sender))
        {
            _traffic.CountRefused();
        }
        else if (!_rate.TryPass())
        {
            _traffic.CountLimited();
        }
        else if (length == _buffer.Length)
        {
            _receiver.RefuseLong();
        }
        else
        {
            _receiver.Receive(_buffer.AsSpan(0, length), _sender);
        }
    }
}
