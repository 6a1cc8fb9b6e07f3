namespace Ganglion.Protocols.Eieio;

/// <summary>Where a writer of EIEIO data packets puts the time of an event.</summary>
public enum EieioTimes
{
    /// <summary>Nowhere.</summary>
    None,

    /// <summary>In the payload prefix: all events of a packet have one time, and another time begins another packet.</summary>
    Prefix,

    /// <summary>In the payload of each element, in types that have one.</summary>
    Payloads,
}
