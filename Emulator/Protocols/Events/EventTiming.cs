namespace Ganglion.Protocols;

/// <summary>How the timestamp of a live event stands to the present.</summary>
public enum EventTiming
{
    /// <summary>It is for now, or has no timestamp.</summary>
    Due,

    /// <summary>It is for later and has to be kept.</summary>
    Early,

    /// <summary>Its time has passed.</summary>
    Late,
}
