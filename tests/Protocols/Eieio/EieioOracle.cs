using Ganglion.Protocols.Eieio;

namespace Ganglion.Protocols.Tests.Eieio;

/// <summary>EIEIO data packets, byte by byte, as slowly and plainly as it can be said.</summary>
internal sealed record EieioOracle(int Type, bool Prefixed, bool Upper, bool PayloadPrefixed, bool Times, uint KeyPrefix, uint PayloadPrefix, (uint Key, uint Payload)[] Elements)
{
    private bool Wide => Type >= 2;

    private bool Payloads => Type % 2 == 1;

    public byte[] Packet()
    {
        List<byte> bytes = [(byte)Elements.Length, (byte)((Prefixed ? 0x80 : 0) + (Upper ? 0x40 : 0) + (PayloadPrefixed ? 0x20 : 0) + (Times ? 0x10 : 0) + (Type * 4))];
        if (Prefixed)
        {
            Add(bytes, KeyPrefix, 2);
        }

        if (PayloadPrefixed)
        {
            Add(bytes, PayloadPrefix, Wide ? 4 : 2);
        }

        foreach ((uint key, uint payload) in Elements)
        {
            Add(bytes, key, Wide ? 4 : 2);
            if (Payloads)
            {
                Add(bytes, payload, Wide ? 4 : 2);
            }
        }

        return [.. bytes];
    }

    public LiveEvent[] Events(EieioReading reading, uint? population) =>
        [.. Elements.Select(element => Event(reading, population, element.Key, element.Payload))];

    private LiveEvent Event(EieioReading reading, uint? population, uint key, uint payload)
    {
        uint sent = PayloadPrefixed ? PayloadPrefix : 0;
        uint full = reading == EieioReading.Host ? HostKey(key) : ChipKey(key, population);
        if (reading == EieioReading.Host && Times)
        {
            return Payloads ? LiveEvent.At(full, payload | sent) : PayloadPrefixed ? LiveEvent.At(full, sent) : new LiveEvent(full);
        }

        if (reading == EieioReading.Host)
        {
            return Payloads ? LiveEvent.WithPayload(full, payload | sent) : PayloadPrefixed ? LiveEvent.WithPayload(full, sent) : new LiveEvent(full);
        }

        if (Payloads)
        {
            return !Times ? LiveEvent.WithPayload(full, payload | sent)
                : LiveEvent.At(full, reading == EieioReading.Chip ? sent : payload | sent);
        }

        return Times && PayloadPrefixed && reading == EieioReading.ChipHonouringTimestamps ? LiveEvent.At(full, sent) : new LiveEvent(full);
    }

    private uint ChipKey(uint key, uint? population)
    {
        if (Prefixed)
        {
            uint moved = Wide || Upper ? key : key * 65536;
            return moved | (Upper ? KeyPrefix * 65536 : KeyPrefix);
        }

        return population is { } bits ? key | bits : Wide ? key : key * 65536;
    }

    private uint HostKey(uint key) => !Prefixed ? key : key | (Upper ? KeyPrefix * 65536 : KeyPrefix);

    private static void Add(List<byte> bytes, uint value, int count)
    {
        for (int i = 0; i < count; i++)
        {
            bytes.Add((byte)(value >> (8 * i)));
        }
    }
}
