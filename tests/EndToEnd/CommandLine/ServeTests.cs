using System.Buffers.Binary;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace Ganglion.EndToEnd.Tests.CommandLine;

/// <summary>The real program as a server: started, driven over UDP, stopped.</summary>
public sealed class ServeTests : IDisposable
{
    private const uint StartCommand = 0x5ec0_0000;

    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task A_server_answers_and_ends_well_when_it_is_told_to(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals to send to another process.");
        using Process process = Program.Start("serve", _folder.Write("relay.net.yaml", Networks.External), "--port", "spif:0", "--json");
        int[] ports = await ReadPortsAsync(process.StandardError);
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp) { ReceiveTimeout = 20_000 };
        byte[] answer = new byte[100];
        socket.SendTo(Words(StartCommand), new IPEndPoint(IPAddress.Loopback, ports[1]));
        // The two ports have a thread each, so the spike is sent until the answer shows that the command has come first.
        do
        {
            socket.SendTo(Words(2), new IPEndPoint(IPAddress.Loopback, ports[0]));
        }
        while (!socket.Poll(TimeSpan.FromMilliseconds(100), SelectMode.SelectRead));

        Assert.Equal(Words(0x1_0002), answer[..socket.Receive(answer)]);
        using (Process kill = Process.Start("kill", [$"-{signal}", $"{process.Id}"]))
        {
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        ProgramResult result = await Program.FinishAsync(process);
        Assert.True(result.ExitCode == 0, result.ToString());
        JsonElement port = result.Json.GetProperty("ports")[0];
        Assert.Equal(port.GetProperty("received").GetInt64(), port.GetProperty("admitted").GetInt64());
        Assert.True(port.GetProperty("admitted").GetInt64() > 0);
    }

    [Theory]
    [InlineData("lockstep.py", "every spike as expected", "--clock", "lockstep", "--port", "eieio:0,policy=fail")]
    [InlineData("camera.py", "neuron 127: column 7, row 7, brighter", "--port", "spif:0,sensor=8x8")]
    public async Task Shipped_clients_get_what_they_expect(string client, string expected, params string[] arguments)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/python3"), "The clients need /usr/bin/python3.");
        using Process server = Program.Start(["serve", Path.Combine(ExampleFolder.Path(), "hardware", "echo.net.yaml"), .. arguments]);
        int[] ports = await ReadPortsAsync(server.StandardOutput);

        ProgramResult result = await Program.FinishAsync(Process.Start(new ProcessStartInfo(
            "/usr/bin/python3", [Path.Combine(ExampleFolder.Path(), "hardware", client), .. ports.Select(port => $"{port}")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        })!);

        server.Kill();
        await server.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Contains(expected, result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_ends_by_itself_after_its_steps()
    {
        string network = _folder.Write("relay.net.yaml", Networks.External);

        ProgramResult result = await Program.RunAsync("serve", network, "--clock", "free", "--steps", "1234", "--json");

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Equal(1234, result.Json.GetProperty("timesteps").GetInt64());
    }

    [Fact]
    public async Task A_file_says_the_same_as_options_which_win()
    {
        string network = _folder.Write("relay.net.yaml", Networks.External);
        string config = _folder.Write("server.yaml", """
            clock: free
            steps: 1000
            seed: 5
            ports:
              - spif:0,name=first
              - {protocol: eieio, number: 0, name: second, sources: [input], populations: relay, policy: drop-oldest, capacity: 10, grants: no}
            limits: {clients: 2, drain: 10ms}
            """);

        ProgramResult result = await Program.RunAsync("serve", network, "--config", config, "--steps", "77", "--port", "eieio:0,name=third", "--json");

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Equal((77, 5, "free"), (result.Json.GetProperty("timesteps").GetInt64(), result.Json.GetProperty("seed").GetInt64(), result.Json.GetProperty("clock").GetString()));
        Assert.Equal(["first", "second", "third"], result.Json.GetProperty("ports").EnumerateArray().Select(port => port.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task Everything_that_is_wrong_with_a_file_is_said_at_once()
    {
        string network = _folder.Write("relay.net.yaml", Networks.External);
        string config = _folder.Write("server.yaml", """
            clock: sometimes
            listen: here
            ports: ["spif:x", {protocol: eieio, number: 70000, polycy: wait}]
            speed: 3
            """);

        ProgramResult result = await Program.RunAsync("serve", network, "--config", config);

        Assert.True(result.ExitCode == 2, result.ToString());
        Assert.All(
            ["server.yaml:1:8: clock: error GAN3007", "server.yaml:2:9: listen: error GAN3007", "server.yaml:3:9: ports[0]: error GAN3001", "GAN1014", "polycy", "'speed'"],
            text => Assert.Contains(text, result.Error, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("GAN3001", "--port", "spif:x")]
    [InlineData("GAN3002", "--port", "spif:0,sources=nobody")]
    [InlineData("GAN3002", "--port", "spif:0,populations=nobody")]
    [InlineData("GAN3002", "--port", "spif:0,sensor=3x3")]
    [InlineData("GAN3003", "--port", "spif:0,policy=wait", "--clock", "lockstep")]
    [InlineData("GAN3003", "--port", "spif:0,name=a", "--port", "spif:0,name=a")]
    [InlineData("GAN3004", "--port", "spif:0,capacity=100000000")]
    [InlineData("GAN3005", "--port", "spif:0", "--listen", "0.0.0.0")]
    [InlineData("GAN3005", "--http", "0", "--listen", "0.0.0.0")]
    [InlineData("GAN3006", "--port", "spif:0", "--listen", "192.0.2.1", "--allow-remote-udp", "192.0.2.0/24")]
    [InlineData("GAN3007", "--clock", "paced:-1")]
    [InlineData("GAN3007", "--timestep", "1")]
    [InlineData("GAN3007", "--listen", "localhost")]
    [InlineData("GAN3007", "--allow-remote-udp", "192.168.1.1")]
    [InlineData("GAN3007", "--telemetry", "collector")]
    [InlineData("GAN3007", "--client-timeout", "-1s")]
    public async Task Bad_requests_are_refused_with_their_reason(string code, params string[] arguments)
    {
        string network = _folder.Write("relay.net.yaml", Networks.External);

        ProgramResult result = await Program.RunAsync(["serve", network, "--steps", "1", .. arguments]);

        Assert.True(result.ExitCode == 2, result.ToString());
        Assert.Contains(code, result.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static byte[] Words(params uint[] words)
    {
        byte[] packet = new byte[words.Length * sizeof(uint)];
        for (int i = 0; i < words.Length; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(packet.AsSpan(i * sizeof(uint)), words[i]);
        }

        return packet;
    }

    /// <summary>Reads the numbers of the ports from what the server says when it is ready.</summary>
    private static async Task<int[]> ReadPortsAsync(StreamReader output)
    {
        List<int> ports = [];
        while (await output.ReadLineAsync(TestContext.Current.CancellationToken) is { } line && !line.StartsWith("Ready", StringComparison.Ordinal))
        {
            ports.AddRange(line.Split(' ').Where(word => word.StartsWith("127.0.0.1:", StringComparison.Ordinal)).Select(word => int.Parse(word.Split(':')[1])));
        }

        return [.. ports];
    }
}
