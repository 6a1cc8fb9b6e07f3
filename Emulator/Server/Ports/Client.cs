using System.Net;
using System.Net.Sockets;
using Ganglion.Server.Lockstep;

namespace Ganglion.Server.Ports;

/// <summary>Somebody who is sent the spikes of a port.</summary>
internal sealed class Client
{
    private long _heard;

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

    /// <summary>Notes that it was heard.</summary>
    /// <param name="time">The wall clock.</param>
    public void Hear(TimeProvider time) => Interlocked.Exchange(ref _heard, time.GetTimestamp());

    /// <summary>Whether it has not been heard for as long as a client may be silent.</summary>
    /// <param name="context">The limit and the clock.</param>
    public bool IsSilent(PortContext context) => context.Time.GetElapsedTime(Interlocked.Read(ref _heard)) > context.Options.Limits.ClientTimeout;

    /// <summary>Its address for people.</summary>
    public override string ToString() => new IPEndPoint(Address.Family == AddressFamily.InterNetwork ? IPAddress.Any : IPAddress.IPv6Any, 0).Create(Address).ToString()!;
}
