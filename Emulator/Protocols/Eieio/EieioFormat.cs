namespace Ganglion.Protocols.Eieio;

/// <summary>How a writer forms its data packets, as the live packet gatherer of a chip is configured once for all of them.</summary>
/// <param name="Type">What an element consists of.</param>
/// <param name="Times">Where times go.</param>
/// <param name="KeyPrefix">The upper half of all keys, sent once per packet; <see langword="null"/> for none. Prefixes of the lower half are never written: readers do not agree on them.</param>
/// <param name="PayloadPrefix">Bits to set in every payload, sent once per packet; <see langword="null"/> for none. Not together with times in the prefix.</param>
public readonly record struct EieioFormat(EieioType Type, EieioTimes Times = EieioTimes.None, ushort? KeyPrefix = null, uint? PayloadPrefix = null)
{
    /// <summary>The form that sPyNNaker's clients get unless told otherwise: keys of 32 bits, the timestep in the prefix.</summary>
    public static EieioFormat LiveOutput { get; } = new(EieioType.Key32, EieioTimes.Prefix);

    /// <summary>The header of a packet.</summary>
    /// <param name="count">Elements.</param>
    internal EieioHeader Header(int count) =>
        new(Type, count, KeyPrefix is not null, Times == EieioTimes.Prefix || PayloadPrefix is not null, Times != EieioTimes.None);
}
