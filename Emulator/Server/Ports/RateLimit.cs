namespace Ganglion.Server.Ports;

/// <summary>Lets a number of packets through per second; for one thread.</summary>
/// <param name="time">The wall clock.</param>
/// <param name="perSecond">Packets in a second, at least 1.</param>
internal sealed class RateLimit(TimeProvider time, int perSecond)
{
    private readonly int _perWindow = Math.Max(1, perSecond / WindowsPerSecond);
    private long _windowEnd;
    private int _left;

    private const int WindowsPerSecond = 10;

    /// <summary>Whether one more may pass now.</summary>
    public bool TryPass()
    {
        long now = time.GetTimestamp();
        if (now >= _windowEnd)
        {
            _windowEnd = now + (time.TimestampFrequency / WindowsPerSecond);
            _left = _perWindow;
        }

        return _left-- > 0;
    }
}
