using System.Text.Json;
using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Image.Files;

namespace Ganglion.EndToEnd.Tests.CommandLine;

/// <summary>Networks whose spikes carry integers, from the file to the results.</summary>
public sealed class GradedTests : IDisposable
{
    private const string Coder = """
        name: changes of a sum
        sources:
          input: {size: 2, spikes: [[1, 0], [1, 0], [4, 1], [9, 0]]}
        populations:
          coder: {size: 2, loihi2: {model: sigmaDelta, threshold: [2, 4]}}
          counter: {size: 1, loihi: {potentialDecay: 0, thresholdMantissa: 12}}
        projections:
          - {source: input, target: coder, oneToOne: {weight: 3}}
          - {source: coder, target: counter, allToAll: {weight: 2}}
        outputs: [counter]
        """;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Payloads_are_in_the_list_of_spikes_and_weigh_on_plain_neurons()
    {
        string folder = _folder.PathTo("run");

        ProgramResult result = await Program.RunAsync(
            "run", Network(), "--chip", "loihi2", "--steps", "12", "--out", folder, "--probe", "coder.sigma", "--probe", "counter.v");

        Assert.Equal(0, result.ExitCode);
        string[] spikes = [.. File.ReadLines(Path.Combine(folder, "spikes.csv")).Where(line => line.Contains("co", StringComparison.Ordinal))];

        // 6 of neuron 0 in timestep 2 is 12 for the counter, not above its threshold; 3 of neuron 0 in timestep 10 is 6 more.
        // 3 of neuron 1 in timestep 5 is below its threshold of 4.
        Assert.Equal(["2,coder,0,6", "10,coder,0,3", "11,counter,0,1"], spikes);
        Assert.True(File.Exists(Path.Combine(folder, "coder.sigma.npy")));
    }

    [Fact]
    public async Task An_image_runs_as_its_network_does()
    {
        string image = _folder.PathTo("coder.chip");
        await Program.RunAsync("compile", Network(), "--chip", "loihi2", "-o", image);

        ProgramResult compiled = await Program.RunAsync("run", image, "--steps", "12", "--json");
        ProgramResult direct = await Program.RunAsync("run", Network(), "--chip", "loihi2", "--steps", "12", "--json");

        Assert.Equal(direct.Json.GetProperty("hashes").GetRawText(), compiled.Json.GetProperty("hashes").GetRawText());
    }

    [Theory]
    [InlineData("loihi2-product")] // another number of inputs
    [InlineData("loihi2-sigma")] // other columns
    [InlineData("loihi2-nothing")]
    public async Task An_image_that_does_not_fit_its_model_is_refused(string model)
    {
        string path = _folder.PathTo("coder.chip");
        await Program.RunAsync("compile", Network(), "--chip", "loihi2", "-o", path);
        ChipImage image = ChipImageFile.Read(path);
        ChipImageFile.Write(image with { Cores = [image.Cores[0] with { Model = model }, .. image.Cores.Skip(1)] }, path);

        ProgramResult result = await Program.RunAsync("run", path, "--steps", "3");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("coder.chip", result.Error, StringComparison.Ordinal);
        Assert.Contains("error GAN1507", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_chip_there_is_nothing_to_run()
    {
        ProgramResult result = await Program.RunAsync("run", Network(), "--chip", "none");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("population 'coder': error GAN2091", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_comparison_shows_the_chips_alone_and_says_why()
    {
        ProgramResult text = await Program.RunAsync("compare", Network(), "--chips", "loihi1,loihi2", "--steps", "12");
        ProgramResult json = await Program.RunAsync(
            "compare", Network(), "--chips", "loihi1,loihi2", "--steps", "12", "--picture", _folder.PathTo("chips.svg"), "--json");

        Assert.Equal(0, text.ExitCode);
        Assert.Contains("There is no floating-point run of this network to compare with:", text.Output, StringComparison.Ordinal);
        Assert.Contains("GAN2091", text.Output, StringComparison.Ordinal);
        Assert.Contains("loihi1 cannot hold the network:", text.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("answers like", text.Output, StringComparison.Ordinal);
        JsonElement[] results = [.. json.Json.GetProperty("results").EnumerateArray()];
        Assert.Equal(["none", "loihi1", "loihi2"], results.Select(result => result.GetProperty("chip").GetString()));
        Assert.Equal((1, 1), (results[0].GetProperty("refusal").GetArrayLength(), results[1].GetProperty("refusal").GetArrayLength()));
        Assert.Equal(1, results[2].GetProperty("outputSpikes").GetInt64());
        Assert.True(File.Exists(_folder.PathTo("chips.svg")));
    }

    [Fact]
    public async Task A_comparison_of_chips_that_all_refuse_is_a_mistake()
    {
        ProgramResult result = await Program.RunAsync("compare", Network(), "--chips", "loihi1", "--steps", "12");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("GAN2091", result.Error, StringComparison.Ordinal);
        Assert.Contains("GAN2002", result.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private string Network() => _folder.Write("coder.net.yaml", Coder);
}
