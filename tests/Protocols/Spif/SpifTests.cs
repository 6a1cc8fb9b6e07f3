using CsCheck;
using Ganglion.Protocols.Spif;

namespace Ganglion.Protocols.Tests.Spif;

public sealed class SpifTests
{
    private static readonly Gen<LiveEvent[]> Timed =
        Gen.Select(Gen.UInt[0, 0x7FFF_FFFF], Gen.UInt[0, 1000]).Array[1, 200].Select(pairs =>
        {
            // Times rise from one close to the wrap of 32 bits.
            uint time = uint.MaxValue - 5000;
            return pairs.Select(pair => LiveEvent.At(pair.Item1, unchecked(time += pair.Item2))).ToArray();
        });

    [Fact]
    public void Words_are_keys_as_they_are() =>
        Assert.Equal([new LiveEvent(0x8003_8005), new LiveEvent(0x0102_0304)], Collected.Read(default(SpifReader), [0x05, 0x80, 0x03, 0x80, 4, 3, 2, 1]).Events);

    [Fact]
    public void What_is_written_is_read_back() =>
        Gen.UInt.Select(key => new LiveEvent(key)).Array[1, 600].Sample(events =>
        {
            List<byte[]> datagrams = Collected.Write(new SpifWriter(32), events);
            Assert.All(datagrams, datagram => Assert.InRange(datagram.Length, 4, 128));
            Assert.Equal(events, datagrams.SelectMany(datagram => Collected.Read(default(SpifReader), datagram).Events));
        }, iter: 200);

    [Fact]
    public void Timed_words_are_read_back() =>
        Timed.Sample(events =>
        {
            var reader = new SpifTimedReader();
            List<byte[]> datagrams = Collected.Write(new SpifTimedWriter(), events);
            Assert.All(datagrams, datagram => Assert.InRange(datagram.Length, 8, 256));
            Assert.Equal(events, datagrams.SelectMany(datagram => Collected.Read(ref reader, datagram).Events));
            Assert.Equal(0, reader.StaleWords);
        }, iter: 200);

    [Fact]
    public void Old_words_after_the_last_event_of_a_stream_are_left_out() =>
        Gen.Int[1, 31].Sample(last =>
        {
            // One buffer of 64 words is used again and again, and the last datagram is twice as long as what is new in it.
            LiveEvent[] first = [.. Enumerable.Range(0, 32).Select(i => LiveEvent.At((uint)i, (ulong)(1000 + i)))];
            LiveEvent[] second = [.. Enumerable.Range(0, last).Select(i => LiveEvent.At((uint)(100 + i), (ulong)(2000 + i)))];
            byte[] buffer = [.. Collected.Write(new SpifTimedWriter(), first)[0], .. new byte[256]];
            byte[] sent = Collected.Write(new SpifTimedWriter(), second)[0];
            sent.CopyTo(buffer, 0);
            var reader = new SpifTimedReader();

            Assert.Equal(second, Collected.Read(ref reader, buffer.AsSpan(0, 2 * sent.Length)).Events);
            Assert.Equal(2 * last, reader.StaleWords);
        });

    [Fact]
    public void Words_that_say_they_have_no_time_are_read_among_timed_ones()
    {
        var reader = new SpifTimedReader();

        Collected read = Collected.Read(ref reader, [1, 0, 0, 0x80, 2, 0, 0, 0, 9, 0, 0, 0, 3, 0, 0, 0]);

        Assert.Equal([new LiveEvent(0x8000_0001), LiveEvent.At(2, 9)], read.Events);
        Assert.Equal(1, reader.StaleWords);
    }

    [Theory]
    [InlineData(1025, PacketFault.TooLong)]
    [InlineData(1028, PacketFault.TooLong)]
    [InlineData(5, PacketFault.Truncated)]
    [InlineData(1024, PacketFault.None)]
    [InlineData(0, PacketFault.None)]
    public void Datagrams_are_whole_words_and_not_too_many(int length, PacketFault expected)
    {
        Assert.Equal(expected, Collected.Read(default(SpifReader), new byte[length]).Fault);
        Assert.Equal(expected, Collected.Read(new SpifTimedReader(), new byte[length]).Fault);
    }

    [Theory]
    [InlineData(new byte[] { 0, 0, 0xC0, 0x5E }, SpifCommandCode.Start, 0)]
    [InlineData(new byte[] { 0, 0, 0xC1, 0x5E }, SpifCommandCode.Stop, 0)]
    [InlineData(new byte[] { 0xF4, 0x01, 0xC2, 0x5E }, SpifCommandCode.Tick, 500)]
    [InlineData(new byte[] { 0x80, 0, 0xC4, 0x5E }, SpifCommandCode.FrameLength, 128)]
    public void Output_commands_are_words(byte[] datagram, SpifCommandCode code, int value)
    {
        Assert.True(SpifCommand.TryRead(datagram, out SpifCommand command, out _));
        Assert.Equal(new SpifCommand(code, (ushort)value), command);
        byte[] written = new byte[4];
        Assert.True(command.TryWrite(written, out int length));
        Assert.Equal((4, true), (length, written.SequenceEqual(datagram)));
    }

    [Theory]
    [InlineData(new byte[] { 0x51, 0, 0xC3, 0x5E }, PacketFault.UnknownType)]
    [InlineData(new byte[] { 0, 0, 0xC0, 0x5F }, PacketFault.UnknownType)]
    [InlineData(new byte[] { 0, 0, 0xC0 }, PacketFault.Truncated)]
    [InlineData(new byte[] { }, PacketFault.Truncated)]
    public void Other_words_are_no_commands(byte[] datagram, PacketFault expected)
    {
        Assert.False(SpifCommand.TryRead(datagram, out _, out PacketFault fault));
        Assert.Equal(expected, fault);
    }

    [Fact]
    public void Ports_are_those_of_the_board() =>
        Assert.Equal((3333, 3334, 3332, 3331), (SpifFormat.InputPort(0), SpifFormat.InputPort(1), SpifFormat.OutputPort(0), SpifFormat.OutputPort(1)));
}
