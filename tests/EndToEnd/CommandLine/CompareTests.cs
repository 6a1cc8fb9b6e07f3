using System.Text.Json;

namespace Ganglion.EndToEnd.Tests.CommandLine;

public sealed class CompareTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task The_first_result_is_floating_point_and_agrees_with_itself()
    {
        ProgramResult result = await Program.RunAsync("compare", External(), "--chips", "loihi1", "--input", Spikes(), "--json");

        JsonElement reference = result.Json.GetProperty("results")[0];
        Assert.Equal("none", reference.GetProperty("chip").GetString());
        Assert.Equal((3, 0.0, 1.0), (reference.GetProperty("outputSpikes").GetInt64(), reference.GetProperty("outputDifference").GetDouble(), reference.GetProperty("answeredAlike").GetDouble()));
        Assert.Equal(3, result.Json.GetProperty("results")[1].GetProperty("outputSpikes").GetInt64());
    }

    [Theory]
    [InlineData("from,to,label\n1,10,0\n11,20,2\n", 1.0)]
    [InlineData("from,to,label\n1,10,1\n11,20,2\n", 0.5)]
    [InlineData("from,to,label\n1,10,1\n11,20,0\n", 0.0)]
    public async Task Accuracy_is_the_share_of_labels_that_the_output_meets(string labels, double accuracy)
    {
        ProgramResult result = await Program.RunAsync(
            "compare", External(), "--chips", "unbounded", "--input", Spikes(), "--steps", "25", "--labels", _folder.Write("labels.csv", labels), "--json");

        Assert.All(result.Json.GetProperty("results").EnumerateArray(), one => Assert.Equal(accuracy, one.GetProperty("accuracy").GetDouble()));
    }

    [Fact]
    public async Task A_chip_that_cannot_hold_the_network_says_why_and_the_others_run()
    {
        string network = _folder.Write("delayed.net.yaml", """
            name: delayed
            sources:
              input: {size: 1, spikes: [[0, 0]]}
            populations:
              far: {size: 1, neurons: {model: if, threshold: 0.5}}
            projections:
              - {source: input, target: far, oneToOne: {weight: 1.0, delay: 100}}
            """);

        ProgramResult result = await Program.RunAsync("compare", network, "--chips", "loihi1");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("loihi1 cannot hold the network:", result.Output, StringComparison.Ordinal);
        Assert.Contains("GAN2004", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_picture_has_a_bar_per_chip_and_quantity()
    {
        string picture = _folder.PathTo("comparison.svg");

        await Program.RunAsync("compare", External(), "--chips", "loihi1,unbounded", "--input", Spikes(), "--picture", picture);

        // One more rectangle is the background.
        Assert.Equal((5 * 3) + 1, File.ReadAllText(picture).Split("<rect ").Length - 1);
    }

    [Theory]
    [InlineData("from,to\n1,2\n", 1)]
    [InlineData("from,to,label\n1,10,3\n", 2)]
    [InlineData("from,to,label\n1,10,0\n5,12,0\n", 3)]
    [InlineData("from,to,label\n10,1,0\n", 2)]
    [InlineData("from,to,label\n", 2)]
    public async Task Labels_that_cannot_be_taken_are_refused_with_their_line(string labels, int line)
    {
        ProgramResult result = await Program.RunAsync(
            "compare", External(), "--chips", "loihi1", "--input", Spikes(), "--labels", _folder.Write("labels.csv", labels));

        Assert.Equal(2, result.ExitCode);
        Assert.Contains($"labels.csv:{line}:1: error GAN1431", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nochip")]
    [InlineData(",")]
    public async Task A_chip_that_does_not_exist_is_a_mistake(string chips)
    {
        ProgramResult result = await Program.RunAsync("compare", External(), "--chips", chips, "--steps", "3");

        Assert.Equal(2, result.ExitCode);
    }

    public void Dispose() => _folder.Dispose();

    private string External() => _folder.Write("relay.net.yaml", Networks.External);

    private string Spikes() => _folder.Write("spikes.csv", "timestep,neuron\n1,0\n2,0\n12,2\n");
}
