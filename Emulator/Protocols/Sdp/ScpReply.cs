namespace Ganglion.Protocols.Sdp;

/// <summary>The reply of the monitor to a command.</summary>
public static class ScpReply
{
    /// <summary>Bytes of a reply without arguments, padded by one argument of 0: the length that sPyNNaker's live clients expect.</summary>
    public const int Bytes = SdpHeader.Bytes + ScpMessage.HeaderBytes + 4;

    /// <summary>Writes the reply to a command: addresses exchanged, the sequence repeated.</summary>
    /// <param name="request">The header of the command.</param>
    /// <param name="message">The command.</param>
    /// <param name="result">The result, such as <see cref="ScpMessage.Done"/>.</param>
    /// <param name="datagram">Where it goes.</param>
    /// <param name="length">Its length in bytes.</param>
    /// <returns>Whether it fits.</returns>
    public static bool TryWrite(in SdpHeader request, in ScpMessage message, ushort result, Span<byte> datagram, out int length)
    {
        Span<byte> data = stackalloc byte[ScpMessage.HeaderBytes + 4];
        _ = new ScpMessage(result, message.Sequence).TryWrite(1, data, out _);
        var header = new SdpHeader(SdpHeader.NoReply, request.Tag, request.Source, request.Destination);
        return header.TryWrite(data, datagram, out length);
    }
}
