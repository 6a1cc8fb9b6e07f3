namespace Ganglion.Protocols.Spynnaker;

/// <summary>Takes datagrams that are to be sent.</summary>
/// <typeparam name="TEndpoint">Address and port of a peer, in the terms of the transport.</typeparam>
public interface IDatagramOutbox<in TEndpoint>
{
    /// <summary>Takes a datagram from the notification port, to which the client answers.</summary>
    /// <param name="to">Where it goes.</param>
    /// <param name="datagram">The datagram; it is overwritten after the call.</param>
    void Notify(TEndpoint to, ReadOnlySpan<byte> datagram);

    /// <summary>Takes a datagram from port 17893 of the board.</summary>
    /// <param name="to">Where it goes.</param>
    /// <param name="datagram">The datagram; it is overwritten after the call.</param>
    void Send(TEndpoint to, ReadOnlySpan<byte> datagram);
}
