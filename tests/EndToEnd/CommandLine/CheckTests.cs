namespace Ganglion.EndToEnd.Tests.CommandLine;

public sealed class CheckTests
{
    [Fact]
    public async Task A_network_that_fits_is_said_to_fit()
    {
        using TemporaryFolder folder = new();

        ProgramResult result = await Program.RunAsync("check", folder.Write("driven.net.yaml", Networks.Driven), "--chip", "loihi1");

        Assert.Equal(0, result.ExitCode);
        Assert.StartsWith("driven on loihi1: fits on 1 core", result.Output, StringComparison.Ordinal);
        Assert.Empty(result.Error);
    }

    [Fact]
    public async Task Several_limits_and_what_would_help_are_in_one_report()
    {
        using TemporaryFolder folder = new();
        string network = folder.Write("large.net.yaml", Networks.Driven.Replace("second: {size: 1, ", "second: {size: 200000, ", StringComparison.Ordinal)
            .Replace("{weight: 0.75}", "{weight: 0.75, delay: 70}", StringComparison.Ordinal));

        ProgramResult result = await Program.RunAsync("check", network, "--chip", "loihi1");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("GAN2601", result.Output, StringComparison.Ordinal);
        Assert.Contains("projection 'input -> first': error GAN2004", result.Output, StringComparison.Ordinal);
        Assert.Matches(@"second +200,000 +196 +compartments", result.Output);
        Assert.Matches(@"fits on [0-9]+ cores on 'loihi2' with delays of at most [0-9]+ timesteps", result.Output);
    }
}
