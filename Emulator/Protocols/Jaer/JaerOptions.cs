namespace Ganglion.Protocols.Jaer;

/// <summary>The switches of jAER's unicast streams; both ends must have them alike. The defaults are jAER's.</summary>
/// <remarks>Source: AEUnicastInput and AEUnicastSettings of SensorsINI/jaer.</remarks>
public readonly record struct JaerOptions()
{
    /// <summary>The UDP port that jAER listens on.</summary>
    public const int UdpPort = 8991;

    /// <summary>Whether a datagram begins with a sequence number of 32 bits. Without it lost datagrams go unseen.</summary>
    public bool HasSequence { get; init; } = true;

    /// <summary>Whether the address comes before the time.</summary>
    public bool AddressFirst { get; init; } = true;

    /// <summary>Whether addresses and times have 16 bits instead of 32.</summary>
    public bool Uses16Bits { get; init; }

    /// <summary>Whether numbers are little-endian instead of big-endian.</summary>
    public bool SwapsBytes { get; init; }

    /// <summary>Whether events have times; without, an event is its address alone.</summary>
    public bool HasTimestamps { get; init; } = true;

    internal int FieldBytes => Uses16Bits ? 2 : 4;

    internal int SequenceBytes => HasSequence ? 4 : 0;

    internal int EventBytes => HasTimestamps ? 2 * FieldBytes : FieldBytes;
}
