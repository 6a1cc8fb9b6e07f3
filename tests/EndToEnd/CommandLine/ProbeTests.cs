using System.Text;
using System.Text.RegularExpressions;

namespace Ganglion.EndToEnd.Tests.CommandLine;

public sealed partial class ProbeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task State_of_the_float_reference_is_in_the_units_of_the_network()
    {
        await RunAsync("--chip", "none", "--probe", "first.v");

        (string header, double[] values) = ReadArray("first.v.npy", BitConverter.ToDouble, sizeof(double));
        Assert.Contains("'descr': '<f8', 'fortran_order': False, 'shape': (4, 2), ", header, StringComparison.Ordinal);
        Assert.Equal([0.75, 0, 0, 0, 0, 0.75, 0, 0.75], values);
    }

    [Fact]
    public async Task State_on_a_chip_is_in_its_integers()
    {
        await RunAsync("--probe", "first.v");

        (string header, int[] values) = ReadArray("first.v.npy", BitConverter.ToInt32, sizeof(int));
        Assert.Contains("'descr': '<i4', ", header, StringComparison.Ordinal);
        Assert.True(values[0] > 0);
        Assert.Equal([values[0], 0, 0, 0, 0, values[0], 0, values[0]], values);
    }

    [Fact]
    public async Task Every_second_timestep_is_sampled()
    {
        await RunAsync("--probe", "first.v:2", "--probe", "second.spikes:3", "--steps", "7");

        Assert.Contains("'shape': (3, 2), ", ReadArray("first.v.npy", BitConverter.ToInt32, sizeof(int)).Header, StringComparison.Ordinal);
        Assert.Equal([1, 0], ReadArray("second.spikes.npy", BitConverter.ToInt32, sizeof(int)).Values);
    }

    [Fact]
    public async Task Weights_list_every_synapse()
    {
        await RunAsync("--probe", "weights", "--probe", "counters");

        (string header, int[] values) = ReadArray("weights.npy", BitConverter.ToInt32, sizeof(int));
        Assert.Contains("'shape': (4,), ", header, StringComparison.Ordinal);
        var ends = values.Chunk(4).Select(synapse => (Source: synapse[0], Target: synapse[1], Delay: synapse[2])).Order();
        Assert.Equal([(0, 2, 1), (1, 3, 1), (2, 4, 1), (3, 4, 1)], ends);
        Assert.All(values.Chunk(4), synapse => Assert.True(synapse[3] > 0));
        Assert.Matches(@"^core,axonEvents,.*\n0,4,", await File.ReadAllTextAsync(_folder.PathTo("out/counters.csv"), TestContext.Current.CancellationToken));
    }

    public void Dispose() => _folder.Dispose();

    private async Task RunAsync(params string[] options)
    {
        string network = _folder.Write("driven.net.yaml", Networks.Driven);
        ProgramResult result = await Program.RunAsync(["run", network, "--out", _folder.PathTo("out"), .. options]);
        Assert.True(result.ExitCode == 0, result.ToString());
    }

    private (string Header, T[] Values) ReadArray<T>(string name, Func<byte[], int, T> read, int size)
    {
        byte[] bytes = File.ReadAllBytes(_folder.PathTo(Path.Combine("out", name)));
        Assert.Equal("\u0093NUMPY\u0001\0", Encoding.Latin1.GetString(bytes, 0, 8));
        int start = 10 + BitConverter.ToUInt16(bytes, 8);
        Assert.Equal(0, start % 64);
        string header = Encoding.ASCII.GetString(bytes, 10, start - 10);
        Assert.Matches(Header(), header);
        return (header, [.. Enumerable.Range(0, (bytes.Length - start) / size).Select(i => read(bytes, start + (i * size)))]);
    }

    [GeneratedRegex(@"^\{'descr': .+, 'fortran_order': False, 'shape': \([0-9]+,( [0-9]+)?\), \} *\n$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Header();
}
