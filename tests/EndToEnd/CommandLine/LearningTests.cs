using System.Text.Json;

namespace Ganglion.EndToEnd.Tests.CommandLine;

/// <summary>Networks that learn, from the command line.</summary>
public sealed class LearningTests : IDisposable
{
    private const string Learning = """
        name: learning
        sources:
          input: {size: 2, spikes: [[1, 0], [3, 1], [5, 0]]}
        populations:
          cell: {size: 1, loihi: {thresholdMantissa: 100}}
        projections:
          - source: input
            target: cell
            allToAll: {weight: 120}
            plasticity: {preset: stdp}
        outputs: [cell]
        """;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Learning_needs_a_chip()
    {
        ProgramResult result = await Program.RunAsync("run", Network(), "--chip", "none");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("projection 'input -> cell': error GAN2092", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_comparison_shows_the_chips_that_learn()
    {
        ProgramResult json = await Program.RunAsync("compare", Network(), "--chips", "loihi1,truenorth", "--steps", "12", "--json");

        Assert.Equal(0, json.ExitCode);
        JsonElement[] results = [.. json.Json.GetProperty("results").EnumerateArray()];
        Assert.Contains("GAN2092", results[0].GetProperty("refusal")[0].GetString(), StringComparison.Ordinal);
        Assert.Equal(3, results[1].GetProperty("outputSpikes").GetInt64());
        Assert.Contains(results[2].GetProperty("refusal").EnumerateArray(), line => line.GetString()!.Contains("GAN2510", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_mistake_in_a_rule_is_found_in_its_file()
    {
        string network = Network(Learning.Replace("{preset: stdp}", "{rule: dw = 2^-2*y0*x3}", StringComparison.Ordinal));

        ProgramResult result = await Program.RunAsync("run", network);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("learning.net.yaml:10:37: projections[0].plasticity.rule: error GAN2500: 'x3'", result.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private string Network(string text = Learning) => _folder.Write("learning.net.yaml", text);
}
