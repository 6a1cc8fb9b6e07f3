using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Ganglion.Server.Ports;

/// <summary>Whose packets are taken: those of this computer, and of networks that the user named.</summary>
/// <param name="networks">The networks.</param>
internal sealed class SourceFilter(IReadOnlyList<IPNetwork> networks)
{
    private const int AddressOffset = 4;

    private readonly (uint Address, uint Mask)[] _networks =
    [
        (0x7f00_0000, 0xff00_0000),
        .. networks.Where(network => network.BaseAddress.AddressFamily == AddressFamily.InterNetwork)
            .Select(network => (Number(network.BaseAddress.GetAddressBytes()), network.PrefixLength == 0 ? 0 : uint.MaxValue << (32 - network.PrefixLength))),
    ];

    /// <summary>Whether packets of a sender are taken.</summary>
    /// <param name="sender">Its address.</param>
    public bool Takes(SocketAddress sender)
    {
        if (sender.Family != AddressFamily.InterNetwork)
        {
            IPAddress address = ((IPEndPoint)new IPEndPoint(IPAddress.IPv6Any, 0).Create(sender)).Address;
            return IPAddress.IsLoopback(address) || networks.Any(network => network.Contains(address));
        }

        uint number = Number(sender.Buffer.Span.Slice(AddressOffset, sizeof(uint)));
        foreach ((uint address, uint mask) in _networks)
        {
            if ((number & mask) == address)
            {
                return true;
            }
        }

        return false;
    }

    private static uint Number(ReadOnlySpan<byte> address) => BinaryPrimitives.ReadUInt32BigEndian(address);
}
