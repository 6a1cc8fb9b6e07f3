using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Ganglion.Protocols.Eieio;

/// <summary>How the elements of one packet become events: everything that is the same for all of them, worked out once.</summary>
internal readonly struct EieioElementRule
{
    private readonly int _keyShift;
    private readonly uint _keyBits;
    private readonly uint _payloadBits;
    private readonly LiveEventFields _fields;

    /// <summary>All ones where a value counts, else 0: the payload proper, the payload prefix as time, the element's payload as time.</summary>
    private readonly uint _payloadMask;
    private readonly uint _prefixTimeMask;
    private readonly uint _ownTimeMask;

    /// <param name="header">The header.</param>
    /// <param name="prefixes">The bytes between header and elements.</param>
    /// <param name="reading">Whose understanding to follow.</param>
    /// <param name="configured">The prefix for packets without one.</param>
    public EieioElementRule(EieioHeader header, ReadOnlySpan<byte> prefixes, EieioReading reading, EieioConfiguredPrefix? configured)
    {
        bool upper = header.PrefixIsUpper;
        bool host = reading == EieioReading.Host;
        if (header.HasKeyPrefix)
        {
            uint prefix = BinaryPrimitives.ReadUInt16LittleEndian(prefixes);
            _keyBits = upper ? prefix << 16 : prefix;
            prefixes = prefixes[2..];
        }
        else if (configured is { } given && !host)
        {
            (_keyBits, upper) = (given.Bits, given.IsUpper);
        }

        _keyShift = header.IsWide || upper || host ? 0 : 16;
        if (header.HasPayloadPrefix)
        {
            _payloadBits = header.IsWide ? BinaryPrimitives.ReadUInt32LittleEndian(prefixes) : BinaryPrimitives.ReadUInt16LittleEndian(prefixes);
        }

        bool ownTime = header.HasTimestamps && header.HasPayloads && reading != EieioReading.Chip;
        bool prefixTime = header.HasTimestamps
            && (header.HasPayloads ? reading == EieioReading.Chip : header.HasPayloadPrefix && reading != EieioReading.Chip);
        bool payload = !header.HasTimestamps && (header.HasPayloads || (host && header.HasPayloadPrefix));
        _ownTimeMask = ownTime ? uint.MaxValue : 0;
        _prefixTimeMask = ownTime || prefixTime ? uint.MaxValue : 0;
        _payloadMask = payload ? uint.MaxValue : 0;
        _fields = (payload ? LiveEventFields.Payload : LiveEventFields.None) | (ownTime || prefixTime ? LiveEventFields.Timestamp : LiveEventFields.None);
    }

    /// <summary>The event of one element.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="payload">Its payload, 0 where it has none.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LiveEvent Event(uint key, uint payload) =>
        new((key << _keyShift) | _keyBits, _fields, (payload | _payloadBits) & _payloadMask, (payload & _ownTimeMask) | (_payloadBits & _prefixTimeMask));
}
