using System.Net;
using System.Net.Sockets;
using System.Text;
using Ganglion.Emulator.Sessions;
using Ganglion.Protocols.Renode;
using Ganglion.Server.Ports;

namespace Ganglion.Server.Tests.Ports;

/// <summary>Renode's external control over real sockets of this computer.</summary>
public sealed class RenodePortTests
{
    private const ulong Millisecond = 1_000_000;

    [Fact]
    public async Task A_client_lets_time_pass_and_asks_for_it()
    {
        await using TestServer server = await TestServer.StartAsync(ClockKind.Lockstep, "renode:0", "spif:0");
        using Socket socket = Connect(server.State.Ports[0]);

        Assert.Equal((RenodeMessageType.Success, ""), Ask(socket, RenodeCommand.CheckVersion, new byte[4]));
        Assert.Equal((RenodeMessageType.Success, ""), Ask(socket, RenodeCommand.RunFor, BitConverter.GetBytes((5 * Millisecond) + 1)));
        Assert.Equal(5, await server.State.Session.InvokeAsync(machine => machine.Timestep));
        Assert.Equal((RenodeMessageType.Success, Convert.ToHexString(BitConverter.GetBytes((5 * Millisecond) + 1))), Ask(socket, RenodeCommand.GetTime));

        // The nanosecond that was left over counts.
        Ask(socket, RenodeCommand.RunFor, BitConverter.GetBytes(Millisecond - 1));
        Assert.Equal(6, await server.State.Session.InvokeAsync(machine => machine.Timestep));
    }

    [Fact]
    public async Task What_cannot_be_done_is_answered()
    {
        await using TestServer server = await TestServer.StartAsync(ClockKind.Lockstep, "renode:0");
        using Socket socket = Connect(server.State.Ports[0]);

        Assert.Equal(RenodeMessageType.Error, Ask(socket, RenodeCommand.CheckVersion, [1, 0, 0, 0]).Type);
        Assert.Equal(RenodeMessageType.Error, Ask(socket, RenodeCommand.RunFor, [1]).Type);
        Assert.Equal(RenodeMessageType.InvalidCommand, Ask(socket, RenodeCommand.Gpio, [1, 2, 3]).Type);
        Assert.Equal(RenodeMessageType.InvalidCommand, Ask(socket, (RenodeCommand)999).Type);
    }

    [Fact]
    public async Task In_other_clocks_no_client_lets_time_pass()
    {
        await using TestServer server = await TestServer.StartAsync(ClockKind.Free, "renode:0");
        using Socket socket = Connect(server.State.Ports[0]);

        (RenodeMessageType type, string data) = Ask(socket, RenodeCommand.RunFor, BitConverter.GetBytes(Millisecond));

        Assert.Equal(RenodeMessageType.Error, type);
        Assert.Contains("lockstep", Encoding.UTF8.GetString(Convert.FromHexString(data)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_stream_is_counted_and_ended_and_the_others_go_on()
    {
        await using TestServer server = await TestServer.StartAsync(ClockKind.Lockstep, "renode:0");
        ServerPort port = server.State.Ports[0];
        using Socket stays = Connect(port);
        using (Socket breaks = Connect(port))
        {
            breaks.Send([0, 0x80, 0xff, 0xff, 0xff, 0x7f]);
            Assert.Equal(0, breaks.Receive(new byte[1]));
        }

        await Waiting.UntilAsync(() => port.Clients.Count == 1);
        Assert.Equal(RenodeMessageType.Success, Ask(stays, RenodeCommand.RunFor, BitConverter.GetBytes(Millisecond)).Type);
        Assert.Equal(1, port.Spikes.Counters.Malformed);
    }

    private static Socket Connect(ServerPort port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveTimeout = 20_000 };
        socket.Connect(new IPEndPoint(IPAddress.Loopback, port.Addresses[0].Port));
        return socket;
    }

    private static (RenodeMessageType Type, string Data) Ask(Socket socket, RenodeCommand command, params byte[] data)
    {
        byte[] bytes = new byte[1_000];
        Assert.True(new RenodeMessage(0x8001, command, RenodeMessageType.Request, data).TryWrite(bytes, out int length));
        // In two parts, as a stream may deliver it.
        socket.Send(bytes.AsSpan(0, 4));
        socket.Send(bytes.AsSpan(4, length - 4));
        int filled = 0;
        while (true)
        {
            int read = socket.Receive(bytes.AsSpan(filled));
            Assert.NotEqual(0, read);
            filled += read;
            if (RenodeMessage.TryRead(bytes.AsSpan(0, filled), out RenodeMessage answer, out _, out _))
            {
                Assert.Equal((0x8001, command), (answer.Number, answer.Command));
                return (answer.Type, Convert.ToHexString(answer.Data));
            }
        }
    }
}
