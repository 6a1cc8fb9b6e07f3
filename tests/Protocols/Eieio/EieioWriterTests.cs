using CsCheck;
using Ganglion.Protocols.Eieio;

namespace Ganglion.Protocols.Tests.Eieio;

public sealed class EieioWriterTests
{
    public static IEnumerable<TheoryDataRow<EieioType, EieioTimes, bool>> Formats =>
        from type in Enum.GetValues<EieioType>()
        from times in Enum.GetValues<EieioTimes>()
        from prefix in (bool[])[false, true]
        where times != EieioTimes.Payloads || type is EieioType.KeyPayload16 or EieioType.KeyPayload32
        select new TheoryDataRow<EieioType, EieioTimes, bool>(type, times, prefix);

    [Theory]
    [MemberData(nameof(Formats))]
    public void What_is_written_is_read_back(EieioType type, EieioTimes times, bool prefix) =>
        Events(type, times, prefix).Sample(events =>
        {
            var format = new EieioFormat(type, times, prefix ? (ushort)0x0042 : null);

            List<byte[]> packets = Collected.Write(new EieioWriter(format), events);

            Assert.Equal(events, packets.SelectMany(packet => Collected.Read(new EieioReader(EieioReading.Host), packet).Events));
            Assert.All(packets, packet => Assert.InRange(packet.Length, 4, 256));
        }, iter: 200);

    [Fact]
    public void Packets_are_full_before_another_begins()
    {
        LiveEvent[] events = [.. Enumerable.Range(0, 200).Select(i => LiveEvent.At((uint)i, 9))];

        List<byte[]> packets = Collected.Write(new EieioWriter(EieioFormat.LiveOutput), events);

        Assert.Equal([62, 62, 62, 14], packets.Select(packet => (int)packet[0]));
    }

    [Fact]
    public void Another_time_begins_another_packet()
    {
        List<byte[]> packets = Collected.Write(new EieioWriter(EieioFormat.LiveOutput), [LiveEvent.At(1, 5), LiveEvent.At(2, 5), LiveEvent.At(3, 6)]);

        Assert.Equal([2, 1], packets.Select(packet => (int)packet[0]));
    }

    [Fact]
    public void An_event_that_does_not_fit_ends_the_packet_and_is_refused_as_first()
    {
        var writer = new EieioWriter(new EieioFormat(EieioType.Key16, KeyPrefix: 7));
        LiveEvent[] events = [new(0x0007_0001), new(0x0008_0001)];
        byte[] packet = new byte[256];

        Assert.True(writer.TryWrite(events, packet, out int taken, out _, out _));
        Assert.Equal(1, taken);
        Assert.False(writer.TryWrite(events.AsSpan(1), packet, out taken, out int length, out PacketFault fault));
        Assert.Equal((0, 0, PacketFault.OutOfRange), (taken, length, fault));
    }

    [Fact]
    public void A_buffer_that_holds_no_element_is_refused()
    {
        var writer = new EieioWriter(EieioFormat.LiveOutput);

        Assert.False(writer.TryWrite([LiveEvent.At(1, 1)], new byte[9], out _, out _, out PacketFault fault));
        Assert.Equal(PacketFault.TooLong, fault);
        Assert.True(writer.TryWrite([LiveEvent.At(1, 1), LiveEvent.At(2, 1)], new byte[10], out int taken, out int length, out _));
        Assert.Equal((1, 10), (taken, length));
    }

    [Fact]
    public void A_lower_prefix_is_never_written() =>
        Assert.All(
            Formats.Select(row => row.Data).Select(data => new EieioFormat(data.Item1, data.Item2, 7).Header(1)),
            header => Assert.True(header.HasKeyPrefix && header.PrefixIsUpper && !header.IsCommand));

    private static Gen<LiveEvent[]> Events(EieioType type, EieioTimes times, bool prefix)
    {
        bool wide = type is EieioType.Key32 or EieioType.KeyPayload32;
        bool payloads = type is EieioType.KeyPayload16 or EieioType.KeyPayload32;
        uint widest = wide ? uint.MaxValue : ushort.MaxValue;
        Gen<uint> key = prefix ? Gen.UInt[0x0042_0000, 0x0042_FFFF] : Gen.UInt[0, widest];
        return Gen.Select(key, Gen.UInt[0, widest], Gen.UInt[5, 6]).Select((k, payload, time) =>
            times == EieioTimes.Prefix ? LiveEvent.At(k, payloads ? 0u : time)
            : times == EieioTimes.Payloads ? LiveEvent.At(k, payload)
            : payloads ? LiveEvent.WithPayload(k, payload)
            : new LiveEvent(k)).Array[1, 400];
    }
}
