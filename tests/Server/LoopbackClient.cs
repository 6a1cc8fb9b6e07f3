using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Ganglion.Server.Tests;

/// <summary>A client on this computer that speaks bytes.</summary>
internal sealed class LoopbackClient : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp) { ReceiveTimeout = (int)Patience.TotalMilliseconds };

    public LoopbackClient() => _socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));

    public IPEndPoint Address => (IPEndPoint)_socket.LocalEndPoint!;

    public void Send(IPEndPoint to, params ReadOnlySpan<byte> packet) => _socket.SendTo(packet, to);

    public void SendWords(IPEndPoint to, params ReadOnlySpan<uint> words)
    {
        byte[] packet = new byte[words.Length * sizeof(uint)];
        for (int i = 0; i < words.Length; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(packet.AsSpan(i * sizeof(uint)), words[i]);
        }

        Send(to, packet);
    }

    public byte[] Receive()
    {
        byte[] buffer = new byte[65_536];
        return buffer[.._socket.Receive(buffer)];
    }

    public uint[] ReceiveWords()
    {
        byte[] packet = Receive();
        return [.. packet.Chunk(sizeof(uint)).Select(word => BinaryPrimitives.ReadUInt32LittleEndian(word))];
    }

    /// <summary>Whether nothing comes for a moment.</summary>
    public bool HearsNothing() => !_socket.Poll(TimeSpan.FromMilliseconds(50), SelectMode.SelectRead);

    public void Dispose() => _socket.Dispose();
}
