namespace Ganglion.Server.Ports;

/// <summary>Counts the packets of a port; of any thread.</summary>
public sealed class PortTraffic
{
    private long _received;
    private long _sent;
    private long _refused;
    private long _limited;
    private long _unsent;

    /// <summary>Packets that arrived, refused ones included.</summary>
    public long Received => Interlocked.Read(ref _received);

    /// <summary>Packets that were sent.</summary>
    public long Sent => Interlocked.Read(ref _sent);

    /// <summary>Packets of strangers, and of clients beyond the limit.</summary>
    public long Refused => Interlocked.Read(ref _refused);

    /// <summary>Packets beyond the rate that is allowed.</summary>
    public long Limited => Interlocked.Read(ref _limited);

    /// <summary>Packets that could not be sent.</summary>
    public long Unsent => Interlocked.Read(ref _unsent);

    internal void CountReceived() => Interlocked.Increment(ref _received);

    internal void CountSent() => Interlocked.Increment(ref _sent);

    internal void CountRefused() => Interlocked.Increment(ref _refused);

    internal void CountLimited() => Interlocked.Increment(ref _limited);

    internal void CountUnsent() => Interlocked.Increment(ref _unsent);
}
