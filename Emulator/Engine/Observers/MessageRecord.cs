namespace Ganglion.Emulator.Observers;

/// <summary>One message between cores: what a message-level timing model needs.</summary>
/// <param name="SourceCore">Sending core, as index into the image's cores; −1 for a source.</param>
/// <param name="Sender">Compartment that fired, or neuron of the source.</param>
/// <param name="DestinationCore">Receiving core, as index into the image's cores.</param>
/// <param name="Synapses">Synapses of the row that the message triggers.</param>
public readonly record struct MessageRecord(int SourceCore, int Sender, int DestinationCore, int Synapses) : IComparable<MessageRecord>
{
    /// <inheritdoc/>
    public int CompareTo(MessageRecord other) =>
        (SourceCore, Sender, DestinationCore, Synapses).CompareTo((other.SourceCore, other.Sender, other.DestinationCore, other.Synapses));

    /// <summary>True when <paramref name="left"/> comes before <paramref name="right"/>.</summary>
    public static bool operator <(MessageRecord left, MessageRecord right) => left.CompareTo(right) < 0;

    /// <summary>True when <paramref name="left"/> comes after <paramref name="right"/>.</summary>
    public static bool operator >(MessageRecord left, MessageRecord right) => left.CompareTo(right) > 0;

    /// <summary>True when <paramref name="left"/> does not come after <paramref name="right"/>.</summary>
    public static bool operator <=(MessageRecord left, MessageRecord right) => left.CompareTo(right) <= 0;

    /// <summary>True when <paramref name="left"/> does not come before <paramref name="right"/>.</summary>
    public static bool operator >=(MessageRecord left, MessageRecord right) => left.CompareTo(right) >= 0;
}
