using CsCheck;
using Ganglion.Protocols.Sdp;

namespace Ganglion.Protocols.Tests.Sdp;

public sealed class SdpTests
{
    [Fact]
    public void A_live_client_sends_events_to_a_core()
    {
        byte[] golden = GoldenBytes.Of("LiveEventConnection._send to (1,2,p3) udp:17893").Bytes;

        Assert.True(SdpHeader.TryRead(golden, out SdpHeader header, out ReadOnlySpan<byte> data, out _));

        Assert.Equal(new SdpHeader(SdpHeader.NoReply, 0, new SdpAddress(1, 2, 3, 1), default), header);
        Assert.Equal([1, 0, 5, 0], data.ToArray());
        Assert.False(header.WantsReply);
        byte[] written = new byte[golden.Length];
        Assert.True(header.TryWrite(data, written, out _));
        Assert.Equal(golden, written);
    }

    [Fact]
    public void A_live_client_sets_a_tag_to_itself()
    {
        byte[] golden = GoldenBytes.Of("SCP IPTAG set tag1 strip use_sender -> udp:17893").Bytes;

        Assert.True(SdpHeader.TryRead(golden, out SdpHeader header, out ReadOnlySpan<byte> data, out _));
        Assert.True(ScpMessage.TryRead(data, out ScpMessage message, out _));
        Assert.True(IpTagRequest.TryRead(message, out IpTagRequest request));

        Assert.Equal(new SdpHeader(SdpHeader.ReplyExpected, 255, default, SdpAddress.Outside), header);
        Assert.Equal(new IpTagRequest(IpTagOperation.Set, 1, true, true), request);
        byte[] body = new byte[ScpMessage.Bytes];
        Assert.True(request.ToMessage(0).TryWrite(3, body, out _));
        byte[] written = new byte[golden.Length];
        Assert.True(header.TryWrite(body, written, out _));
        Assert.Equal(golden, written);
    }

    [Fact]
    public void The_reply_is_the_one_that_a_live_client_accepts()
    {
        byte[] golden = GoldenBytes.Of("SCP IPTAG set tag1 strip use_sender -> udp:17893").Bytes;
        Assert.True(SdpHeader.TryRead(golden, out SdpHeader header, out ReadOnlySpan<byte> data, out _));
        Assert.True(ScpMessage.TryRead(data, out ScpMessage message, out _));
        byte[] reply = new byte[ScpReply.Bytes];

        Assert.True(ScpReply.TryWrite(header, message, ScpMessage.Done, reply, out int length));

        Assert.Equal(GoldenBytes.Of("SCP OK reply the client accepts (18 bytes)").Bytes, reply.AsSpan(0, length));
    }

    [Fact]
    public void Headers_are_read_back() =>
        Gen.Select(Gen.Byte.Array[8], Gen.Byte.Array[0, 272]).Sample((head, data) =>
        {
            byte[] datagram = [0, 0, .. head, .. data];
            Assert.True(SdpHeader.TryRead(datagram, out SdpHeader header, out ReadOnlySpan<byte> body, out _));
            Assert.Equal(data, body);
            byte[] written = new byte[datagram.Length];
            Assert.True(header.TryWrite(body, written, out int length));
            Assert.Equal(datagram, written.AsSpan(0, length));
        });

    [Theory]
    [InlineData(0, PacketFault.Truncated)]
    [InlineData(9, PacketFault.Truncated)]
    [InlineData(10, PacketFault.None)]
    [InlineData(282, PacketFault.None)]
    [InlineData(283, PacketFault.TooLong)]
    public void Datagrams_have_a_header_and_an_end(int length, PacketFault expected)
    {
        Assert.Equal(expected == PacketFault.None, SdpHeader.TryRead(new byte[length], out _, out _, out PacketFault fault));
        Assert.Equal(expected, fault);
    }

    [Fact]
    public void Arguments_that_a_message_does_not_have_are_zero()
    {
        Assert.True(ScpMessage.TryRead([26, 0, 9, 0, 1, 2, 3, 4, 5], out ScpMessage message, out _));

        Assert.Equal(new ScpMessage(26, 9, 0x0403_0201), message);
    }
}
