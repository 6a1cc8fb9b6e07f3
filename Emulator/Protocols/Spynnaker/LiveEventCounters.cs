namespace Ganglion.Protocols.Spynnaker;

/// <summary>What went through a live connection, in the words of SpiNNaker's own provenance.</summary>
public record struct LiveEventCounters
{
    /// <summary>Events taken from the client.</summary>
    public long Received { get; set; }

    /// <summary>Events sent to the client.</summary>
    public long Sent { get; set; }

    /// <summary>Packets of events sent to the client.</summary>
    public long SentMessages { get; set; }

    /// <summary>Events from the client whose key is not of the population that they were sent to.</summary>
    public long IncorrectKeys { get; set; }

    /// <summary>Datagrams from the client that are malformed, or for a core that takes no events.</summary>
    public long IncorrectPackets { get; set; }

    /// <summary>Events that nobody could be sent, since no client has set the tag.</summary>
    public long WithoutClient { get; set; }
}
