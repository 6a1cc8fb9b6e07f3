namespace Ganglion.EndToEnd.Tests.CommandLine;

public sealed class CompileTests
{
    [Fact]
    public async Task A_network_that_fits_is_measured()
    {
        using TemporaryFolder folder = new();
        string network = folder.Write("driven.net.yaml", Networks.Driven);

        ProgramResult result = await Program.RunAsync("compile", network, "--chip", "loihi1");

        Assert.Equal(0, result.ExitCode);
        Assert.Matches(@"compartments +3 +3\.000 +1,024 +0\.3 %", result.Output);
        Assert.Contains("input -> first", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_network_that_does_not_fit_is_explained()
    {
        using TemporaryFolder folder = new();
        string network = folder.Write("large.net.yaml", Networks.Driven.Replace("{size: 1, ", "{size: 200000, ", StringComparison.Ordinal));

        ProgramResult result = await Program.RunAsync("compile", network, "--chip", "loihi1");

        Assert.Equal(2, result.ExitCode);
        Assert.Matches(@"error GAN2[0-9]{3}: ", result.Error);
        Assert.Contains("ganglion explain GAN2", result.Error, StringComparison.Ordinal);
        Assert.Matches("note GAN2603: fits on [0-9]+ cores on 'loihi2'", result.Error);
    }

    [Fact]
    public async Task Placement_never_changes_a_spike()
    {
        using TemporaryFolder folder = new();
        string network = folder.Write("endless.net.yaml", Networks.Endless);
        string[] hashes = new string[3];
        for (int seed = 0; seed < hashes.Length; seed++)
        {
            ProgramResult result = await Program.RunAsync("run", network, "--steps", "60", "--placement-seed", $"{seed}", "--json");
            hashes[seed] = result.Json.GetProperty("hashes").GetProperty("spikes") + " " + result.Json.GetProperty("hashes").GetProperty("state");
        }

        Assert.Single(hashes.Distinct());
    }
}
