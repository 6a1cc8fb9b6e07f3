using System.Text.Json;

namespace Ganglion.EndToEnd.Tests.CommandLine;

public sealed class OdinTests : IDisposable
{
    /// <summary>Two layers of integrate-and-fire neurons, and sources of either sign.</summary>
    private const string Layers = """
        name: layers
        timestep: 0.001
        sources:
          excitatory: {size: 3, spikes: [[1, 0], [2, 1], [3, 2], [4, 0], [5, 1], [6, 1], [7, 1], [8, 2]]}
          inhibitory: {size: 1, spikes: [[10, 0]]}
        populations:
          first: {size: 1, neurons: {model: if, threshold: 1.5}}
          second: {size: 1, neurons: {model: if, threshold: 0.5}}
        projections:
          - {source: excitatory, target: first, allToAll: {weight: 0.5, delay: 0}}
          - {source: inhibitory, target: first, allToAll: {weight: -1.0, delay: 0}}
          - {source: first, target: second, allToAll: {weight: 1.0, delay: 0}}
        outputs: [second]
        """;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Image_of_a_network_runs_like_the_network()
    {
        string network = _folder.Write("layers.net.yaml", Layers);
        string image = _folder.PathTo("layers.chip");

        ProgramResult compiled = await Program.RunAsync("compile", network, "--chip", "odin", "-o", image);
        ProgramResult direct = await Program.RunAsync("run", network, "--chip", "odin", "--steps", "12", "--json");
        ProgramResult loaded = await Program.RunAsync("run", image, "--steps", "12", "--json");

        Assert.Equal((0, 0, 0), (compiled.ExitCode, direct.ExitCode, loaded.ExitCode));
        Assert.True(direct.Json.GetProperty("counts").GetProperty("spikes").GetInt32() > 0, direct.ToString());
        Assert.Equal($"{direct.Json.GetProperty("hashes")}", $"{loaded.Json.GetProperty("hashes")}");
    }

    [Fact]
    public async Task Energy_is_that_of_synaptic_operations_alone()
    {
        ProgramResult run = await Program.RunAsync("run", _folder.Write("layers.net.yaml", Layers), "--chip", "odin", "--steps", "12", "--json");

        JsonElement energy = run.Json.GetProperty("energy");
        long operations = run.Json.GetProperty("counts").GetProperty("synapticEvents").GetInt64();
        Assert.Equal(0, operations % 256);
        Assert.Equal(operations * 12.7e-12, energy.GetProperty("total").GetDouble(), 1e-15);
        Assert.Empty(energy.GetProperty("unpriced").EnumerateArray());
    }

    [Fact]
    public async Task Comparison_lines_the_chip_up_with_the_network()
    {
        ProgramResult result = await Program.RunAsync("compare", _folder.Write("layers.net.yaml", Layers), "--chips", "odin", "--steps", "12", "--json");

        JsonElement chip = result.Json.GetProperty("results")[1];
        Assert.Equal(0, result.ExitCode);
        Assert.Equal(0, chip.GetProperty("outputDifference").GetDouble());
        Assert.True(chip.GetProperty("outputSpikes").GetInt64() > 0, result.ToString());
    }

    [Theory]
    [InlineData("rate", 128)]
    [InlineData("latency", 127)]
    public async Task Digits_are_refused_with_the_reasons_that_the_page_gives(string code, int hidden)
    {
        ProgramResult demo = await Program.RunAsync("demo", "--chip", "odin", "--code", code);

        Assert.Equal(2, demo.ExitCode);
        Assert.Contains("population 'input': error GAN2431: weights of both signs from 64 of 64 neurons", demo.Error, StringComparison.Ordinal);
        Assert.Contains($"population 'hidden': error GAN2431: weights of both signs from {hidden} of 128 neurons", demo.Error, StringComparison.Ordinal);
        Assert.Contains("split the population", demo.Error, StringComparison.Ordinal);
        string page = await File.ReadAllTextAsync(ExampleFolder.Path("..", "docs", "chips", "odin.md"), TestContext.Current.CancellationToken);
        Assert.Contains("GAN2431", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decay_of_the_first_networks_is_refused()
    {
        ProgramResult run = await Program.RunAsync("run", ExampleFolder.Path("neurons", "1-leaky-neuron.net.yaml"), "--chip", "odin");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("error GAN2433", run.Error, StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();
}
