namespace Ganglion.Protocols;

/// <summary>One event as it goes over a wire: a key, and perhaps a payload and a timestamp.</summary>
/// <param name="Key">The key: what fired, in the numbering of the protocol.</param>
/// <param name="Fields">Which of the other values it carries; those that it does not carry are 0.</param>
/// <param name="Payload">The payload.</param>
/// <param name="Timestamp">The timestamp: timesteps in EIEIO, microseconds in the protocols of event cameras.</param>
public readonly record struct LiveEvent(uint Key, LiveEventFields Fields = LiveEventFields.None, uint Payload = 0, ulong Timestamp = 0)
{
    /// <summary>Whether it carries a payload.</summary>
    public bool HasPayload => (Fields & LiveEventFields.Payload) != LiveEventFields.None;

    /// <summary>Whether it carries a timestamp.</summary>
    public bool HasTimestamp => (Fields & LiveEventFields.Timestamp) != LiveEventFields.None;

    /// <summary>An event with a payload.</summary>
    /// <param name="key">The key.</param>
    /// <param name="payload">The payload.</param>
    public static LiveEvent WithPayload(uint key, uint payload) => new(key, LiveEventFields.Payload, payload);

    /// <summary>An event with a timestamp.</summary>
    /// <param name="key">The key.</param>
    /// <param name="timestamp">The timestamp.</param>
    public static LiveEvent At(uint key, ulong timestamp) => new(key, LiveEventFields.Timestamp, 0, timestamp);

    /// <summary>Whether the event is for a time, for a later one, or was for an earlier one.</summary>
    /// <param name="now">The present, in the unit of the timestamp.</param>
    public EventTiming TimingAt(ulong now) =>
        !HasTimestamp || Timestamp == now ? EventTiming.Due
        : Timestamp > now ? EventTiming.Early
        : EventTiming.Late;
}
