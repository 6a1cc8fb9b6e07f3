using System.Text.Json;

namespace Ganglion.EndToEnd.Tests.CommandLine;

public sealed class RunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("none", false)]
    [InlineData("loihi1", true)]
    [InlineData("unbounded", false)]
    public async Task A_network_gives_the_spikes_that_its_weights_say(string chip, bool hasPrices)
    {
        string network = _folder.Write("driven.net.yaml", Networks.Driven);
        string result = _folder.PathTo("out");

        ProgramResult run = await Program.RunAsync("run", network, "--chip", chip, "--out", result);

        // 0.75 in timesteps 1 and 2 crosses 1.0 in 2; the next layer follows one later. The last listed spike is in 2, the depth is 2.
        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Equal(
            ["timestep,population,neuron,payload", "0,input,0,1", "1,input,0,1", "2,input,1,1", "2,first,0,1", "3,second,0,1"],
            await File.ReadAllLinesAsync(Path.Combine(result, "spikes.csv"), TestContext.Current.CancellationToken));
        Assert.Contains("second (output)", run.Output, StringComparison.Ordinal);
        Assert.Equal(hasPrices, run.Output.Contains("Prices: davies2018", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Summary_is_the_document_of_the_json_option()
    {
        string network = _folder.Write("driven.net.yaml", Networks.Driven);
        ProgramResult run = await Program.RunAsync("run", network, "--out", _folder.PathTo("out"), "--json");

        string summary = await File.ReadAllTextAsync(_folder.PathTo("out/summary.json"), TestContext.Current.CancellationToken);
        JsonElement json = run.Json;
        Assert.Equal(run.Output, summary);
        Assert.Equal(4, json.GetProperty("counts").GetProperty("timesteps").GetInt32());
        Assert.Equal(2, json.GetProperty("counts").GetProperty("spikes").GetInt32());
        Assert.Equal(3, json.GetProperty("counts").GetProperty("sourceSpikes").GetInt32());
        Assert.Equal(4, json.GetProperty("counts").GetProperty("synapticEvents").GetInt32());
        Assert.Equal(3, json.GetProperty("latency").GetProperty("timesteps").GetInt32());
        Assert.True(json.GetProperty("chipTime").GetDouble() > 4 * 113e-9);
        Assert.True(json.GetProperty("completed").GetBoolean());
        Assert.Empty(Directory.GetFiles(_folder.PathTo("out"), "*.part"));
    }

    [Fact]
    public async Task Energy_is_the_sum_of_counts_times_prices()
    {
        string network = _folder.Write("driven.net.yaml", Networks.Driven);
        ProgramResult run = await Program.RunAsync("run", network, "--prices", "silicon", "--json");

        JsonElement counts = run.Json.GetProperty("counts");
        JsonElement energy = run.Json.GetProperty("energy");
        double expected = (counts.GetProperty("synapticEventsSparse").GetInt64() * 33.6e-12)
            + (counts.GetProperty("synapticEventsShared").GetInt64() * 24.0e-12)
            + (counts.GetProperty("synapticEventsDense").GetInt64() * 35.5e-12)
            + (counts.GetProperty("compartmentsActive").GetInt64() * 72.8e-12)
            + (counts.GetProperty("compartmentsInactive").GetInt64() * 51.2e-12)
            + (counts.GetProperty("spikes").GetInt64() * 69.3e-12)
            + (counts.GetProperty("messages").GetInt64() * 111e-12);
        Assert.Equal("silicon", energy.GetProperty("table").GetString());
        Assert.Equal(expected, energy.GetProperty("total").GetDouble(), expected * 1e-9);
        Assert.Equal(expected, energy.GetProperty("components").EnumerateObject().Sum(component => component.Value.GetDouble()), expected * 1e-9);
    }

    [Fact]
    public async Task Spikes_of_a_run_can_be_the_input_of_another()
    {
        string network = _folder.Write("relay.net.yaml", Networks.External);
        string input = _folder.Write("in.csv", "timestep,neuron\n3,2\n0,0\n3,1\n");

        ProgramResult first = await Program.RunAsync("run", network, "--input", input, "--out", _folder.PathTo("first"), "--json");
        ProgramResult second = await Program.RunAsync("run", network, "--input", _folder.PathTo("first/spikes.csv"), "--json");

        Assert.Equal(3, first.Json.GetProperty("counts").GetProperty("spikes").GetInt32());
        Assert.Equal(first.Json.GetProperty("hashes").ToString(), second.Json.GetProperty("hashes").ToString());
        Assert.Contains("left out 3 input spikes", second.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Input_that_comes_too_early_without_a_chip_is_named()
    {
        string network = _folder.Write("relay.net.yaml", Networks.External.Replace("weight: 1.0", "weight: 1.0, delay: 0", StringComparison.Ordinal));
        string early = _folder.Write("early.csv", "timestep,neuron\n0,0\n1,0\n");

        ProgramResult run = await Program.RunAsync("run", network, "--chip", "none", "--input", early, "--json");

        Assert.Equal(1, run.Json.GetProperty("counts").GetProperty("spikes").GetInt32());
        Assert.Contains("spikes of timestep 0 have no effect", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Payload_lets_a_neuron_fire_several_times()
    {
        string network = _folder.Write("relay.net.yaml", Networks.External.Replace("weight: 1.0", "weight: 0.2", StringComparison.Ordinal));
        string thrice = _folder.Write("thrice.csv", "timestep,population,neuron,payload\n0,input,0,3\n");
        string twice = _folder.Write("twice.csv", "timestep,population,neuron,payload\n0,input,0,2\n");

        Assert.Equal(1, await CountAsync("spikes", "run", network, "--input", thrice, "--chip", "none", "--json"));
        Assert.Equal(0, await CountAsync("spikes", "run", network, "--input", twice, "--chip", "none", "--json"));
        Assert.Equal(3, await CountAsync("synapticEvents", "run", network, "--input", thrice, "--json"));
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<int> CountAsync(string count, params string[] arguments) =>
        (await Program.RunAsync(arguments)).Json.GetProperty("counts").GetProperty(count).GetInt32();
}
