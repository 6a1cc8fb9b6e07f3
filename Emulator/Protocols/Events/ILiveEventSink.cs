namespace Ganglion.Protocols;

/// <summary>Takes the events that a reader finds.</summary>
/// <remarks>Implement it as a struct: readers are generic over it, so that the JIT compiles one loop per sink, without a call per event.</remarks>
public interface ILiveEventSink
{
    /// <summary>Takes one event.</summary>
    /// <param name="liveEvent">The event.</param>
    void Take(in LiveEvent liveEvent);
}
