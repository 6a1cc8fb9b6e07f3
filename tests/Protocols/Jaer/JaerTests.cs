using CsCheck;
using Ganglion.Protocols.Jaer;

namespace Ganglion.Protocols.Tests.Jaer;

public sealed class JaerTests
{
    private static readonly Gen<JaerOptions> Options = Gen.Select(Gen.Bool, Gen.Bool, Gen.Bool, Gen.Bool, Gen.Bool).Select((sequence, address, narrow, swap, times) =>
        new JaerOptions { HasSequence = sequence, AddressFirst = address, Uses16Bits = narrow, SwapsBytes = swap, HasTimestamps = times });

    [Fact]
    public void By_default_numbers_are_big_endian_after_a_sequence_number() => Assert.Equal(
        [LiveEvent.At(0x0102_0304, 0x0506_0708)],
        Collected.Read(new JaerReader(new JaerOptions()), [0, 0, 0, 9, 1, 2, 3, 4, 5, 6, 7, 8]).Events);

    [Fact]
    public void Every_switch_changes_the_bytes() =>
        Assert.Equal([8, 7, 2, 1], Assert.Single(Collected.Write(
            new JaerWriter(new JaerOptions { HasSequence = false, AddressFirst = false, Uses16Bits = true, SwapsBytes = true }), [LiveEvent.At(0x0102, 0x0708)])));

    [Fact]
    public void What_is_written_is_read_back_with_any_switches() =>
        Gen.Select(Options, Gen.Select(Gen.UInt[0, 0xFFFF], Gen.UInt[0, 0xFFFF]).Array[1, 600]).Sample((options, pairs) =>
        {
            LiveEvent[] events = [.. pairs.Select(pair => options.HasTimestamps ? LiveEvent.At(pair.Item1, pair.Item2) : new LiveEvent(pair.Item1))];
            var reader = new JaerReader(options);
            var writer = new JaerWriter(options);
            List<LiveEvent> read = [];
            byte[] buffer = new byte[writer.LongestDatagram];
            for (ReadOnlySpan<LiveEvent> rest = events; !rest.IsEmpty;)
            {
                Assert.True(writer.TryWrite(rest, buffer, out int taken, out int length, out _));
                Assert.InRange(length, 1, 1472);
                var sink = new LiveEventSpan(new LiveEvent[1000]);
                Assert.True(reader.TryRead(buffer.AsSpan(0, length), ref sink, out _));
                read.AddRange(sink.Events);
                rest = rest[taken..];
            }

            Assert.Equal(events, read);
            Assert.Equal(0, reader.Lost);
        }, iter: 200);

    [Fact]
    public void Gaps_in_the_sequence_are_counted()
    {
        var reader = new JaerReader(new JaerOptions());
        foreach (byte sequence in (byte[])[7, 8, 11, 9, 10])
        {
            Assert.True(Collected.Read(ref reader, [0, 0, 0, sequence]).Good);
        }

        Assert.Equal(2, reader.Lost);
    }

    [Fact]
    public void The_sequence_may_wrap()
    {
        var reader = new JaerReader(new JaerOptions());

        Assert.True(Collected.Read(ref reader, [0xFF, 0xFF, 0xFF, 0xFF]).Good);
        Assert.True(Collected.Read(ref reader, [0, 0, 0, 0]).Good);
        Assert.Equal(0, reader.Lost);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(11)]
    [InlineData(13)]
    public void A_datagram_cut_short_is_refused(int length) =>
        Assert.Equal(PacketFault.Truncated, Collected.Read(new JaerReader(new JaerOptions()), new byte[length]).Fault);

    [Fact]
    public void An_address_that_is_too_wide_is_refused()
    {
        var writer = new JaerWriter(new JaerOptions { Uses16Bits = true });

        Assert.False(writer.TryWrite([new LiveEvent(0x1_0000)], new byte[100], out _, out _, out PacketFault fault));
        Assert.Equal(PacketFault.OutOfRange, fault);
    }
}
