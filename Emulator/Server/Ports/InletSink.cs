using Ganglion.Protocols;

namespace Ganglion.Server.Ports;

/// <summary>Passes the events of a packet on as keys.</summary>
/// <param name="inlet">Where they go.</param>
/// <param name="honoursTimestamps">Whether a spike fires in the timestep that its event names.</param>
internal readonly struct InletSink(SpikeInlet inlet, bool honoursTimestamps) : ILiveEventSink
{
    /// <inheritdoc/>
    public void Take(in LiveEvent liveEvent) =>
        inlet.Add(liveEvent.Key, honoursTimestamps && liveEvent.HasTimestamp ? (long)Math.Min(liveEvent.Timestamp, long.MaxValue) : 0);
}
