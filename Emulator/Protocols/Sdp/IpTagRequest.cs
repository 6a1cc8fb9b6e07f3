namespace Ganglion.Protocols.Sdp;

/// <summary>The command that says where datagrams with an IP tag leave the machine to. The first argument holds tag, operation and flags.</summary>
/// <param name="Operation">What to do.</param>
/// <param name="Tag">The tag, 0 to 255.</param>
/// <param name="StripsSdp">Whether datagrams leave without their SDP header.</param>
/// <param name="UsesSender">Whether they go to the address and port that this request came from, which works through address translation.</param>
/// <param name="Port">The UDP port otherwise.</param>
/// <param name="Address">The IPv4 address otherwise, its first number in the lowest byte.</param>
public readonly record struct IpTagRequest(IpTagOperation Operation, byte Tag, bool StripsSdp, bool UsesSender, ushort Port = 0, uint Address = 0)
{
    /// <summary>The number of the command.</summary>
    public const ushort Command = 26;

    /// <summary>Reads the arguments of a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="request">The request.</param>
    /// <returns>Whether the message is this command, with an operation that there is.</returns>
    public static bool TryRead(in ScpMessage message, out IpTagRequest request)
    {
        request = new IpTagRequest(
            (IpTagOperation)((message.First >> 16) & 0xFF), (byte)message.First, (message.First & (1u << 28)) != 0, (message.First & (1u << 30)) != 0,
            (ushort)message.Second, message.Third);
        return message.Command == Command && request.Operation <= IpTagOperation.SetTimeout;
    }

    /// <summary>The request as a message.</summary>
    /// <param name="sequence">A number that the reply repeats.</param>
    public ScpMessage ToMessage(ushort sequence) =>
        new(Command, sequence, Tag | ((uint)Operation << 16) | (StripsSdp ? 1u << 28 : 0) | (UsesSender ? 1u << 30 : 0), Port, Address);
}
