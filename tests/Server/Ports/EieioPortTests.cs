using System.Buffers.Binary;
using Ganglion.Emulator.Devices.Ports;
using Ganglion.Emulator.Sessions;
using Ganglion.Server.Options;
using Ganglion.Server.Ports;

namespace Ganglion.Server.Tests.Ports;

/// <summary>EIEIO packets over real sockets of this computer.</summary>
public sealed class EieioPortTests
{
    [Fact]
    public async Task Packets_fire_sources_and_spikes_come_back_with_their_timestep()
    {
        await using TestServer server = await TestServer.StartAsync(ClockKind.Free, "eieio:0");
        ServerPort port = server.State.Ports[0];
        using var client = new LoopbackClient();
        await SubscribeAsync(client, port);

        // Two keys of 16 bits with the upper half in the prefix, and one of 32 bits.
        client.Send(port.Addresses[0], 0x02, 0xc0, 0, 0, 5, 0, 6, 0);
        (long first, uint[] keys) = Spikes(client.Receive());
        Assert.Equal([0x1_0005u, 0x1_0006u], keys);
        client.Send(port.Addresses[0], Packet(null, 7));
        (long second, uint[] others) = Spikes(client.Receive());

        Assert.Equal([0x1_0007u], others);
        Assert.True(second > first);
    }

    [Fact]
    public async Task A_client_grants_timesteps_and_gets_their_spikes()
    {
        await using TestServer server = await TestServer.StartAsync(ClockKind.Lockstep, "eieio:0,policy=fail");
        ServerPort port = server.State.Ports[0];
        using var client = new LoopbackClient();
        Assert.True(client.HearsNothing());
        for (uint timestep = 1; timestep <= 300; timestep++)
        {
            client.Send(port.Addresses[0], Packet(null, timestep % 128, (timestep + 7) % 128));
            client.Send(port.Addresses[0], Close(timestep));
            // The network repeats its input a timestep later.
            if (timestep > 1)
            {
                (long reached, uint[] keys) = Spikes(client.Receive());
                Assert.Equal(timestep, reached);
                Assert.Equal(new[] { (timestep - 1) % 128, (timestep + 6) % 128 }.Order().Select(neuron => 0x1_0000 | neuron), keys);
            }

            Assert.Equal(Close(timestep), client.Receive());
        }

        Assert.True(client.HearsNothing());
        Assert.Equal(300, await server.State.Session.InvokeAsync(machine => machine.Timestep));
        Assert.Equal(new PortCounters(600, 600, 598, 0, 0, 0, 0, 0), port.Spikes.Counters);
    }

    [Fact]
    public async Task Spikes_fire_in_the_timestep_that_they_name_and_late_ones_are_counted()
    {
        await using TestServer server = await TestServer.StartAsync(ClockKind.Lockstep, "eieio:0");
        ServerPort port = server.State.Ports[0];
        using var client = new LoopbackClient();
        client.Send(port.Addresses[0], Packet(4, 1));
        client.Send(port.Addresses[0], Packet(2, 2));
        client.Send(port.Addresses[0], Close(3));
        Assert.Equal([Close(1), Close(2), Packet(3, 0x1_0002), Close(3)], Enumerable.Range(0, 4).Select(_ => client.Receive()));
        client.Send(port.Addresses[0], Packet(3, 3));
        client.Send(port.Addresses[0], Close(6));

        Assert.Equal([Close(4), Packet(5, 0x1_0001), Close(5), Close(6)], Enumerable.Range(0, 4).Select(_ => client.Receive()));
        Assert.Equal((3, 2, 1), (port.Spikes.Counters.Received, port.Spikes.Counters.Admitted, port.Spikes.Counters.Late));
    }

    [Fact]
    public async Task A_timestep_that_has_passed_is_answered_with_the_last_one_again()
    {
        await using TestServer server = await TestServer.StartAsync(ClockKind.Lockstep, "eieio:0");
        ServerPort port = server.State.Ports[0];
        using var client = new LoopbackClient();
        client.Send(port.Addresses[0], Packet(1, 9));
        client.Send(port.Addresses[0], Close(2));
        byte[][] answer = [client.Receive(), client.Receive(), client.Receive()];
        client.Send(port.Addresses[0], Close(1));

        Assert.Equal([Close(1), Packet(2, 0x1_0009), Close(2)], answer);
        Assert.Equal(answer[1..], [client.Receive(), client.Receive()]);
    }

    [Fact]
    public async Task Two_clients_on_one_port_wait_for_each_other()
    {
        await using TestServer server = await TestServer.StartAsync(ClockKind.Lockstep, "eieio:0");
        ServerPort port = server.State.Ports[0];
        using var first = new LoopbackClient();
        using var second = new LoopbackClient();
        first.Send(port.Addresses[0], Close(1));
        Assert.Equal(Close(1), first.Receive());
        second.Send(port.Addresses[0], Close(1));
        Assert.Equal(Close(1), second.Receive());

        first.Send(port.Addresses[0], Packet(null, 1));
        first.Send(port.Addresses[0], Close(3));
        Assert.True(first.HearsNothing());
        await Waiting.UntilAsync(() => port.Spikes.Counters.Waiting == 1);
        second.Send(port.Addresses[0], Packet(null, 2));
        second.Send(port.Addresses[0], Close(3));

        byte[][] expected = [Close(2), Packet(3, 0x1_0001, 0x1_0002), Close(3)];
        Assert.Equal(expected, [first.Receive(), first.Receive(), first.Receive()]);
        Assert.Equal(expected, [second.Receive(), second.Receive(), second.Receive()]);

        // The second says that it sends no more; nobody waits for it.
        second.Send(port.Addresses[0], 0x03, 0x40);
        first.Send(port.Addresses[0], Close(4));
        Assert.Equal(Close(4), first.Receive());
        Assert.True(second.HearsNothing());
    }

    [Fact]
    public async Task Time_waits_for_every_port_that_grants()
    {
        await using TestServer server = await TestServer.StartAsync(ClockKind.Lockstep, "eieio:0,name=a", "eieio:0,name=b", "eieio:0,name=c,grants=no");
        using var a = new LoopbackClient();
        using var b = new LoopbackClient();
        a.Send(server.State.Ports[0].Addresses[0], Close(5));
        Assert.True(a.HearsNothing());
        b.Send(server.State.Ports[1].Addresses[0], Close(2));

        Assert.Equal([Close(1), Close(2)], [a.Receive(), a.Receive()]);
        Assert.Equal([Close(1), Close(2)], [b.Receive(), b.Receive()]);
        Assert.True(a.HearsNothing());
    }

    [Fact]
    public async Task A_flood_of_broken_packets_is_counted_and_harms_nobody()
    {
        await using TestServer server = await TestServer.StartAsync(ClockKind.Lockstep, "eieio:0,policy=fail");
        ServerPort port = server.State.Ports[0];
        using var client = new LoopbackClient();
        using var flood = new LoopbackClient();
        byte[][] broken = [[], [1], [1, 0x08], [0xff, 0x0c, 0, 0], [0, 0x38, 0], [0x77, 0x40], new byte[257], new byte[1_472], new byte[9_000]];
        long sent = 0;
        for (uint timestep = 1; timestep <= 200; timestep++)
        {
            foreach (byte[] packet in broken)
            {
                flood.Send(port.Addresses[0], packet);
                sent++;
            }

            client.Send(port.Addresses[0], Close(timestep));
            Assert.Equal(Close(timestep), client.Receive());
        }

        await Waiting.UntilAsync(() => port.Traffic.Received == sent + 200);
        Assert.Equal(sent, port.Spikes.Counters.Malformed);
        Assert.Single(port.Clients);
        Assert.Equal(0, port.Spikes.Counters.Received);
    }

    [Fact]
    public async Task Clients_beyond_the_limit_are_refused()
    {
        await using TestServer server = await TestServer.StartAsync(new ServerOptions
        {
            Clock = new SessionClock(ClockKind.Free),
            Ports = [TestServer.Port("eieio:0")],
            Limits = new ServerLimits { Clients = 2 },
        });
        ServerPort port = server.State.Ports[0];
        LoopbackClient[] clients = [new(), new(), new()];
        foreach (LoopbackClient client in clients)
        {
            client.Send(port.Addresses[0], Close(1));
        }

        await Waiting.UntilAsync(() => port.Traffic.Refused == 1);
        Assert.Equal(2, port.Clients.Count);
        Array.ForEach(clients, client => client.Dispose());
    }

    [Fact]
    public async Task A_client_that_vanishes_is_let_go_so_that_the_others_go_on()
    {
        await using TestServer server = await TestServer.StartAsync(new ServerOptions
        {
            Clock = new SessionClock(ClockKind.Lockstep),
            Ports = [TestServer.Port("eieio:0")],
            Limits = new ServerLimits { ClientTimeout = TimeSpan.FromMilliseconds(200) },
        });
        ServerPort port = server.State.Ports[0];
        using var stays = new LoopbackClient();
        using (var vanishes = new LoopbackClient())
        {
            vanishes.Send(port.Addresses[0], Close(1));
            Assert.Equal(Close(1), vanishes.Receive());
        }

        stays.Send(port.Addresses[0], Close(3));

        Assert.Equal([Close(2), Close(3)], [stays.Receive(), stays.Receive()]);
        Assert.Single(port.Clients);
    }

    private static async Task SubscribeAsync(LoopbackClient client, ServerPort port)
    {
        client.Send(port.Addresses[0], Close(0));
        await Waiting.UntilAsync(() => port.Clients.Count > 0);
    }

    private static byte[] Close(uint timestep) => Packet(timestep);

    /// <summary>Keys of 32 bits, with the timestep in the prefix where there is one.</summary>
    private static byte[] Packet(uint? timestep, params ReadOnlySpan<uint> keys)
    {
        List<byte> packet = [(byte)keys.Length, timestep is null ? (byte)0x08 : (byte)0x38];
        foreach (uint word in timestep is { } time ? [time, .. keys] : keys)
        {
            packet.AddRange(BitConverter.GetBytes(word));
        }

        return [.. packet];
    }

    private static (long Timestep, uint[] Keys) Spikes(byte[] packet)
    {
        Assert.Equal(0x38, packet[1]);
        uint[] words = [.. packet[2..].Chunk(sizeof(uint)).Select(word => BinaryPrimitives.ReadUInt32LittleEndian(word))];
        Assert.Equal(packet[0], words.Length - 1);
        return (words[0], words[1..]);
    }
}
