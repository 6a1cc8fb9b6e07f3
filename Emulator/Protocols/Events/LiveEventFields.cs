namespace Ganglion.Protocols;

/// <summary>What a live event carries beside its key.</summary>
[Flags]
public enum LiveEventFields
{
    /// <summary>The key alone.</summary>
    None = 0,

    /// <summary>A payload.</summary>
    Payload = 1,

    /// <summary>A timestamp.</summary>
    Timestamp = 2,
}
