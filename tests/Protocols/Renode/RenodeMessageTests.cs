using CsCheck;
using Ganglion.Protocols.Renode;

namespace Ganglion.Protocols.Tests.Renode;

public sealed class RenodeMessageTests
{
    /// <summary>Run for one millisecond, the second message of a client.</summary>
    private static readonly byte[] RunFor = [1, 0x80, 11, 0, 0, 0, 1, 0, 0, 0x40, 0x42, 0x0F, 0, 0, 0, 0, 0];

    [Fact]
    public void A_request_is_read()
    {
        Assert.True(RenodeMessage.TryRead(RunFor, out RenodeMessage message, out int length, out _));

        Assert.Equal(RunFor.Length, length);
        Assert.Equal((0x8001, RenodeCommand.RunFor, RenodeMessageType.Request), (message.Number, message.Command, message.Type));
        Assert.True(message.IsByClient && message.WantsAnswer);
        Assert.True(RenodeData.TryReadTime(message.Data, out ulong nanoseconds));
        Assert.Equal(1_000_000u, nanoseconds);
    }

    [Fact]
    public void The_answer_repeats_number_and_command()
    {
        Assert.True(RenodeMessage.TryRead(RunFor, out RenodeMessage message, out _, out _));
        byte[] answer = new byte[9];

        Assert.True(message.Answer(RenodeMessageType.Success).TryWrite(answer, out int length));

        Assert.Equal([1, 0x80, 3, 0, 0, 0, 1, 0, 2], answer);
        Assert.Equal(9, length);
    }

    [Fact]
    public void A_stream_is_read_message_by_message_however_it_is_cut() =>
        Gen.Select(Gen.UShort, Gen.UShort, Gen.Int[0, 4], Gen.Byte.Array[0, 300]).Array[1, 5].Sample(parts =>
        {
            byte[] buffer = new byte[2000];
            int end = 0;
            foreach ((ushort number, ushort command, int type, byte[] data) in parts)
            {
                Assert.True(new RenodeMessage(number, (RenodeCommand)command, (RenodeMessageType)type, data).TryWrite(buffer.AsSpan(end), out int written));
                end += written;
            }

            int start = 0;
            int read = 0;
            for (int come = 0; come <= end; come++)
            {
                if (RenodeMessage.TryRead(buffer.AsSpan(start, come - start), out RenodeMessage message, out int length, out PacketFault fault))
                {
                    Assert.Equal(parts[read].Item1, message.Number);
                    Assert.Equal((RenodeCommand)parts[read].Item2, message.Command);
                    Assert.Equal((RenodeMessageType)parts[read].Item3, message.Type);
                    Assert.Equal(parts[read++].Item4, message.Data);
                    start += length;
                }
                else
                {
                    Assert.Equal(PacketFault.Truncated, fault);
                }
            }

            Assert.Equal((parts.Length, end), (read, start));
        }, iter: 50);

    [Theory]
    [InlineData(new byte[] { 1, 0x80, 2, 0, 0, 0, 1, 0 }, PacketFault.WrongCount)]
    [InlineData(new byte[] { 1, 0x80, 0xFF, 0xFF, 0xFF, 0xFF }, PacketFault.TooLong)]
    [InlineData(new byte[] { 1, 0x80, 0, 0, 1, 0 }, PacketFault.TooLong)]
    [InlineData(new byte[] { 1, 0x80, 3, 0, 0, 0, 1, 0, 5 }, PacketFault.UnknownType)]
    [InlineData(new byte[] { 1, 0x80, 3, 0, 0, 0, 1, 0 }, PacketFault.Truncated)]
    public void A_message_that_cannot_be_is_refused(byte[] stream, PacketFault expected)
    {
        Assert.False(RenodeMessage.TryRead(stream, out _, out int length, out PacketFault fault));
        Assert.Equal(expected, fault);
        Assert.Equal(expected == PacketFault.UnknownType ? stream.Length : 0, length);
    }

    [Fact]
    public void Data_of_the_commands_is_read()
    {
        Assert.True(RenodeData.TryReadNumber([1, 0, 0, 0], out uint version));
        Assert.Equal(1u, version);
        Assert.False(RenodeData.TryReadNumber([1, 0, 0], out _));
        Assert.True(RenodeData.TryReadName([3, 0, 0, 0, (byte)'a', (byte)'b', (byte)'c'], out ReadOnlySpan<byte> name));
        Assert.True(name.SequenceEqual("abc"u8));
        Assert.False(RenodeData.TryReadName([4, 0, 0, 0, 1, 2, 3], out _));
        byte[] timeEvent = new byte[RenodeData.TimeEventBytes];
        Assert.True(RenodeData.TryWriteTimeEvent(7, 256, timeEvent));
        Assert.Equal([7, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0], timeEvent);
    }
}
