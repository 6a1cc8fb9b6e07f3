using System.Net;
using System.Net.Sockets;
using Ganglion.Server.Lockstep;

namespace Ganglion.Server.Ports;

/// <summary>Somebody who is sent the spikes of a port.</summary>
internal sealed class Client
{
    private long _seen;

    /// <summary>Remembers an address.</summary>
    /// <param name="address">The address; it is copied.</param>
    /// <param name="isLasting">Whether it stays for good, since a user named it.</param>
    public Client(SocketAddress address, bool isLasting = false)
    {
        Address = new SocketAddress(address.Family, address.Size);
        address.Buffer.Span[..address.Size].CopyTo(Address.Buffer.Span);
        IsLasting = isLasting;
    }

    /// <summary>Its address.</summary>
    public SocketAddress Address { get; }

    /// <summary>Whether it stays for good.</summary>
    public bool IsLasting { get; }

    /// <summary>Its grants, if it grants time.</summary>
    public Granter? Granter { get; set; }

    /// <summary>When it was heard last, in ticks of the clock.</summary>
    public long Seen
    {
        get => Interlocked.Read(ref _seen);
        set => Interlocked.Exchange(ref _seen, value);
    }

    /// <summary>Its address for people.</summary>
    public override string ToString() => new IPEndPoint(Address.Family == AddressFamily.InterNetwork ? IPAddress.Any : IPAddress.IPv6Any, 0).Create(Address).ToString()!;
}
