using System.Net;

namespace Ganglion.Server.Ports;

/// <summary>Takes the packets of a UDP channel, on the channel's thread.</summary>
internal interface IPacketReceiver
{
    /// <summary>Takes a packet; whatever is in it, nothing is thrown.</summary>
    /// <param name="packet">What arrived; valid during the call only.</param>
    /// <param name="sender">Who sent it; valid during the call only.</param>
    void Receive(ReadOnlySpan<byte> packet, SocketAddress sender);

    /// <summary>Takes note of a packet that is longer than allowed.</summary>
    void RefuseLong();
}
