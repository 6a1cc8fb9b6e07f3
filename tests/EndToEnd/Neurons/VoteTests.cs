using System.Text.Json;
using Ganglion.EndToEnd.Tests.CommandLine;

namespace Ganglion.EndToEnd.Tests.Neurons;

/// <summary>The network of examples/vote, asked of many chips, answers as its page says.</summary>
public sealed class VoteTests
{
    [Fact]
    public async Task Chips_that_add_up_a_timestep_fire_like_floating_point_and_the_event_driven_one_fires_more()
    {
        Dictionary<string, JsonElement> results = await CompareAsync("vote.net.yaml", "loihi1,loihi2,truenorth,ranc,odin,xylo-a2");

        long reference = Spikes(results["none"]);
        Assert.All(["loihi1", "loihi2", "truenorth", "ranc"], chip => Assert.Equal(reference, Spikes(results[chip])));
        Assert.True(Spikes(results["odin"]) > reference);
        Assert.Contains("GAN2426", results["xylo-a2"].GetProperty("refusal").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chips_that_subtract_the_threshold_take_the_other_network()
    {
        Dictionary<string, JsonElement> results = await CompareAsync("vote-subtracting.net.yaml", "loihi1,truenorth,ranc,odin,xylo-a2");

        Assert.Equal(1_641, Spikes(results["none"]));
        Assert.All(["truenorth", "ranc"], chip => Assert.Equal(1_641, Spikes(results[chip])));
        Assert.Equal(1_636, Spikes(results["xylo-a2"]));
        Assert.All(["loihi1", "odin"], chip => Assert.Contains("GAN2003", results[chip].GetProperty("refusal").ToString(), StringComparison.Ordinal));
    }

    private static async Task<Dictionary<string, JsonElement>> CompareAsync(string file, string chips)
    {
        ProgramResult result = await CommandLine.Program.RunAsync("compare", ExampleFolder.Path("vote", file), "--chips", chips, "--steps", "1000", "--json");

        Assert.True(result.ExitCode == 0, result.ToString());
        return result.Json.GetProperty("results").EnumerateArray().ToDictionary(entry => entry.GetProperty("chip").GetString()!);
    }

    private static long Spikes(JsonElement result) => result.GetProperty("spikes").GetInt64();
}
