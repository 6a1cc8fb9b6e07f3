using CsCheck;
using Ganglion.Protocols.Eieio;
using Ganglion.Protocols.Faery;
using Ganglion.Protocols.Jaer;
using Ganglion.Protocols.Renode;
using Ganglion.Protocols.Sdp;
using Ganglion.Protocols.Spif;

namespace Ganglion.Protocols.Tests;

/// <summary>Whatever comes over the wire, in arrays of exactly its length: nothing throws, nothing is read past the end.</summary>
public sealed class HostileBytesTests
{
    private const int Datagrams = 20_000;

    private static readonly byte[][] GoodPackets = [.. Good()];

    private static readonly Gen<byte[]> Anything =
        Gen.OneOf(Gen.Byte.Array[0, 16], Gen.Byte.Array[0, 300], Gen.Byte.Array[0, 1600]);

    /// <summary>Good packets of all kinds, then cut, prolonged, or with some bytes changed.</summary>
    private static readonly Gen<byte[]> Damaged =
        Gen.Select(Gen.Int[0, GoodPackets.Length - 1].Select(i => GoodPackets[i]), Gen.Int[0, 3], Gen.Select(Gen.Int[0, 2000], Gen.Byte).Array[0, 4], Gen.Byte.Array[0, 20]).Select((packet, kind, changes, more) =>
        {
            byte[] copy = kind switch
            {
                0 => packet[..(packet.Length * more.Length / 21)],
                1 => [.. packet, .. more],
                _ => [.. packet],
            };
            foreach ((int place, byte value) in changes)
            {
                if (copy.Length > 0)
                {
                    copy[place % copy.Length] = value;
                }
            }

            return copy;
        });

    [Fact]
    public void Any_bytes_are_read_or_refused() => Anything.Sample(ReadAll, iter: Datagrams);

    [Fact]
    public void Damaged_packets_are_read_or_refused() => Damaged.Sample(ReadAll, iter: Datagrams);

    [Fact]
    public void Nothing_is_allocated_for_events()
    {
        byte[] packet = [62, 0x38, .. new byte[4 + (62 * 4)]];
        LiveEvent[] memory = new LiveEvent[62];
        var reader = new EieioReader(EieioReading.Chip);
        var writer = new EieioWriter(EieioFormat.LiveOutput);
        byte[] written = new byte[256];
        Exchange(reader, writer, packet, memory, written);
        long before = GC.GetAllocatedBytesForCurrentThread();

        for (int i = 0; i < 1000; i++)
        {
            Exchange(reader, writer, packet, memory, written);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void Exchange(EieioReader reader, EieioWriter writer, byte[] packet, LiveEvent[] memory, byte[] written)
    {
        var sink = new LiveEventSpan(memory);
        bool good = reader.TryRead(packet, ref sink, out _) && writer.TryWrite(sink.Events, written, out _, out _, out _);
        if (!good || sink.Count != 62)
        {
            throw new InvalidOperationException();
        }
    }

    private static void ReadAll(byte[] bytes)
    {
        foreach (EieioReading reading in Enum.GetValues<EieioReading>())
        {
            AtMost(127, new EieioReader(reading, new EieioConfiguredPrefix(0xFFFF_FFFF, false)), bytes);
        }

        AtMost(256, default(SpifReader), bytes);
        AtMost(256, new SpifTimedReader(), bytes);
        AtMost(bytes.Length / 8, new FaeryReader(FaeryFormat.Time32), bytes);
        AtMost(bytes.Length / 13, new FaeryReader(FaeryFormat.Time64), bytes);
        AtMost(bytes.Length / 8, new JaerReader(new JaerOptions()), bytes);
        AtMost(bytes.Length / 2, new JaerReader(new JaerOptions { HasSequence = false, Uses16Bits = true, HasTimestamps = false }), bytes);
        Refused(EieioCommand.TryRead(bytes, out _, out PacketFault fault), fault);
        Refused(SpifCommand.TryRead(bytes, out _, out fault), fault);
        Refused(SdpHeader.TryRead(bytes, out _, out ReadOnlySpan<byte> data, out fault), fault);
        Refused(ScpMessage.TryRead(data, out ScpMessage message, out fault), fault);
        _ = IpTagRequest.TryRead(message, out _);
        Refused(RenodeMessage.TryRead(bytes, out RenodeMessage control, out int length, out fault), fault);
        Assert.InRange(length, 0, bytes.Length);
        _ = RenodeData.TryReadName(control.Data, out _);
        _ = RenodeData.TryReadNumber(control.Data, out _);
    }

    private static void AtMost<TReader>(int most, TReader reader, byte[] bytes)
        where TReader : struct, ILiveEventReader
    {
        var sink = new LiveEventSpan([]);
        Refused(reader.TryRead(bytes, ref sink, out PacketFault fault), fault);
        Assert.InRange(sink.Missed, 0, fault == PacketFault.None ? most : 0);
    }

    private static void Refused(bool good, PacketFault fault) => Assert.Equal(good, fault == PacketFault.None);

    private static IEnumerable<byte[]> Good()
    {
        LiveEvent[] events = [.. Enumerable.Range(0, 30).Select(i => new LiveEvent((uint)i, LiveEventFields.Timestamp | LiveEventFields.Payload, (uint)i, 9))];
        foreach (string name in GoldenBytes.Names)
        {
            yield return GoldenBytes.Of(name).Bytes;
        }

        yield return Collected.Write(new EieioWriter(EieioFormat.LiveOutput), events)[0];
        yield return Collected.Write(new EieioWriter(new EieioFormat(EieioType.KeyPayload32)), events)[0];
        yield return Collected.Write(new SpifWriter(32), events)[0];
        yield return Collected.Write(new SpifTimedWriter(), events)[0];
        yield return Collected.Write(new FaeryWriter(FaeryFormat.Time32), events)[0];
        yield return Collected.Write(new FaeryWriter(FaeryFormat.Time64), events)[0];
        yield return Collected.Write(new JaerWriter(new JaerOptions()), events)[0];
        yield return [1, 0x80, 11, 0, 0, 0, 1, 0, 0, 0x40, 0x42, 0x0F, 0, 0, 0, 0, 0];
        yield return [0, 0, 0xC0, 0x5E];
    }
}
