using System.Buffers.Binary;

namespace Ganglion.Protocols.Eieio;

/// <summary>Reads EIEIO data packets, without any wrapping.</summary>
/// <param name="reading">Whose understanding to follow.</param>
/// <param name="prefix">The key prefix for packets without one; <see langword="null"/> for none. <see cref="EieioReading.Host"/> has no such thing.</param>
/// <remarks>
/// Bytes after the announced elements do not matter, as on the chip. Each event with a time can be due, early or late: see
/// <see cref="LiveEvent.TimingAt"/>. Source: reverse_iptag_multicast_source.c, SpiNNakerManchester/SpiNNFrontEndCommon.
/// </remarks>
public readonly struct EieioReader(EieioReading reading, EieioConfiguredPrefix? prefix = null) : ILiveEventReader
{
    /// <inheritdoc/>
    public bool TryRead<TSink>(ReadOnlySpan<byte> datagram, ref TSink sink, out PacketFault fault)
        where TSink : struct, ILiveEventSink, allows ref struct
    {
        if (!EieioHeader.TryRead(datagram, out EieioHeader header, out fault))
        {
            return false;
        }

        fault = Check(header, datagram.Length);
        if (fault != PacketFault.None)
        {
            return false;
        }

        ReadOnlySpan<byte> prefixes = datagram[EieioHeader.Bytes..header.ElementsStart];
        ReadOnlySpan<byte> elements = datagram.Slice(header.ElementsStart, header.Count * header.ElementBytes);
        var elementRule = new EieioElementRule(header, prefixes, reading, prefix);
        switch (header.Type)
        {
            case EieioType.Key16:
                for (int i = 0; i < elements.Length; i += 2)
                {
                    sink.Take(elementRule.Event(BinaryPrimitives.ReadUInt16LittleEndian(elements[i..]), 0));
                }

                break;
            case EieioType.KeyPayload16:
                for (int i = 0; i < elements.Length; i += 4)
                {
                    uint both = BinaryPrimitives.ReadUInt32LittleEndian(elements[i..]);
                    sink.Take(elementRule.Event((ushort)both, both >> 16));
                }

                break;
            case EieioType.Key32:
                for (int i = 0; i < elements.Length; i += 4)
                {
                    sink.Take(elementRule.Event(BinaryPrimitives.ReadUInt32LittleEndian(elements[i..]), 0));
                }

                break;
            default:
                for (int i = 0; i < elements.Length; i += 8)
                {
                    ulong both = BinaryPrimitives.ReadUInt64LittleEndian(elements[i..]);
                    sink.Take(elementRule.Event((uint)both, (uint)(both >> 32)));
                }

                break;
        }

        return true;
    }

    private static PacketFault Check(EieioHeader header, int length) =>
        header.IsCommand ? PacketFault.WrongKind
        : length < header.ElementsStart ? PacketFault.Truncated
        : length < header.ElementsStart + (header.Count * header.ElementBytes) ? PacketFault.WrongCount
        : PacketFault.None;
}
