using Ganglion.Emulator.Sessions;
using Ganglion.Server.Ports;

namespace Ganglion.Server.Tests.Ports;

/// <summary>SPIF words over real sockets of this computer.</summary>
public sealed class SpifPortTests
{
    private const uint Start = 0x5ec0_0000;
    private const uint Stop = 0x5ec1_0000;
    private const uint Length = 0x5ec4_0000;

    [Theory]
    [InlineData(ClockKind.Paced)]
    [InlineData(ClockKind.Free)]
    public async Task Words_fire_sources_and_spikes_come_back_as_keys(ClockKind clock)
    {
        await using TestServer server = await TestServer.StartAsync(clock, "spif:0");
        ServerPort port = server.State.Ports[0];
        using var client = new LoopbackClient();
        await SubscribeAsync(client, port);

        client.SendWords(port.Addresses[0], 3, 127);

        Assert.Equal([0x1_0003u, 0x1_007fu], client.ReceiveWords());
        Assert.Equal((2, 2), (port.Spikes.Counters.Received, port.Spikes.Counters.Admitted));
    }

    [Fact]
    public async Task Keys_of_nobody_and_broken_packets_are_counted_and_change_nothing()
    {
        await using TestServer server = await TestServer.StartAsync(ClockKind.Free, "spif:0");
        ServerPort port = server.State.Ports[0];
        using var client = new LoopbackClient();
        await SubscribeAsync(client, port);

        client.SendWords(port.Addresses[0], 128, 0x1_0000, uint.MaxValue);
        client.Send(port.Addresses[0], 1, 0, 0);
        client.Send(port.Addresses[0], new byte[2_000]);
        client.SendWords(port.Addresses[1], 0x5ec9_0000);
        client.SendWords(port.Addresses[0], 5);

        Assert.Equal([0x1_0005u], client.ReceiveWords());
        await Waiting.UntilAsync(() => port.Spikes.Counters.Malformed == 3);
        Assert.Equal(3, port.Spikes.Counters.WrongKeys);
        Assert.Equal(1, port.Spikes.Counters.Received);
    }

    [Fact]
    public async Task A_client_that_stops_is_sent_no_more()
    {
        await using TestServer server = await TestServer.StartAsync(ClockKind.Free, "spif:0");
        ServerPort port = server.State.Ports[0];
        using var stays = new LoopbackClient();
        using var leaves = new LoopbackClient();
        await SubscribeAsync(stays, port);
        leaves.SendWords(port.Addresses[1], Start);
        await Waiting.UntilAsync(() => port.Clients.Count == 2);
        leaves.SendWords(port.Addresses[1], Stop);
        await Waiting.UntilAsync(() => port.Clients.Count == 1);

        stays.SendWords(port.Addresses[0], 1);

        Assert.Equal([0x1_0001u], stays.ReceiveWords());
        Assert.True(leaves.HearsNothing());
    }

    [Fact]
    public async Task Frames_are_as_long_as_a_client_asks()
    {
        await using TestServer server = await TestServer.StartAsync(ClockKind.Free, "spif:0");
        ServerPort port = server.State.Ports[0];
        using var client = new LoopbackClient();
        client.SendWords(port.Addresses[1], Length | 8);
        await SubscribeAsync(client, port);

        client.SendWords(port.Addresses[0], 0, 1, 2);

        Assert.Equal([0x1_0000u, 0x1_0001u], client.ReceiveWords());
        Assert.Equal([0x1_0002u], client.ReceiveWords());
    }

    [Fact]
    public async Task Addresses_of_a_camera_become_neurons_whether_they_carry_times_or_not()
    {
        await using TestServer server = await TestServer.StartAsync(ClockKind.Free, "spif:0,sensor=8x8");
        ServerPort port = server.State.Ports[0];
        using var client = new LoopbackClient();
        await SubscribeAsync(client, port);

        // Column 3, row 2, brighter; column 7, row 7, darker; a column outside of the sensor.
        client.SendWords(port.Addresses[0], 0x8000_0000 | (3 << 16) | 0x8000 | 2, (7 << 16) | 7, 1_000, 0x8000_0000 | (8 << 16));

        Assert.Equal([0x1_0000u + (7 * 8) + 7, 0x1_0000u + ((8 + 2) * 8) + 3], client.ReceiveWords());
        Assert.Equal((2, 1), (port.Spikes.Counters.Received, port.Spikes.Counters.WrongKeys));
    }

    [Fact]
    public async Task A_destination_is_sent_spikes_without_having_asked()
    {
        using var listener = new LoopbackClient();
        await using TestServer server = await TestServer.StartAsync(ClockKind.Free, $"spif:0,to={listener.Address},key=relay@0xabcd0000+input@7");
        using var sender = new LoopbackClient();

        sender.SendWords(server.State.Ports[0].Addresses[0], 7);

        Assert.Equal([0xabcd_0000u], listener.ReceiveWords());
    }

    private static async Task SubscribeAsync(LoopbackClient client, ServerPort port)
    {
        client.SendWords(port.Addresses[1], Start);
        await Waiting.UntilAsync(() => port.Clients.Count > 0);
    }
}
