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
        int[] ports = await ReadPortsAsync(process);
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

    [Fact]
    public async Task A_server_ends_by_itself_after_its_steps()
    {
        string network = _folder.Write("relay.net.yaml", Networks.External);

        ProgramResult result = await Program.RunAsync("serve", network, "--clock", "free", "--steps", "1234", "--json");

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Equal(1234, result.Json.GetProperty("timesteps").GetInt64());
    }

    [Theory]
    [InlineData("GAN3001", "--port", "spif:x")]
    [InlineData("GAN3002", "--port", "spif:0,sources=nobody")]
    [InlineData("GAN3002", "--port", "spif:0,populations=nobody")]
    [InlineData("GAN3002", "--port", "spif:0,sensor=3x3")]
    [InlineData("GAN3003", "--port", "spif:0,policy=wait", "--clock", "lockstep")]
    [InlineData("GAN3003", "--port", "spif:0,name=a", "--port", "spif:0,name=a")]
    [InlineData("GAN3004", "--port", "spif:0,capacity=100000000")]
    [InlineData("GAN3006", "--port", "spif:0,name=a,out=1")]
    [InlineData("GAN3007", "--clock", "paced:-1")]
    [InlineData("GAN3007", "--timestep", "1")]
    public async Task Bad_requests_are_refused_with_their_reason(string code, params string[] arguments)
    {
        Assert.SkipWhen(code == "GAN3006" && Environment.UserName == "root", "For root, every port can be had.");
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
    private static async Task<int[]> ReadPortsAsync(Process process)
    {
        List<int> ports = [];
        while (await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken) is { } line && !line.StartsWith("Ready", StringComparison.Ordinal))
        {
            ports.AddRange(line.Split(' ').Where(word => word.StartsWith("127.0.0.1:", StringComparison.Ordinal)).Select(word => int.Parse(word.Split(':')[1])));
        }

        return [.. ports];
    }
}
