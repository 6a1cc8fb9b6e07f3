namespace Ganglion.EndToEnd.Tests.CommandLine;

public sealed class ProcessTests
{
    [Theory]
    [InlineData("chips")]
    [InlineData("chips", "loihi1")]
    [InlineData("demo", "--images", "3")]
    [InlineData("explain", "GAN1001")]
    public async Task Piped_output_is_plain_text(params string[] arguments)
    {
        ProgramResult result = await Program.RunProcessAsync(arguments);

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.NotEmpty(result.Output);
        Assert.Empty(result.Error);
        Assert.DoesNotContain(result.Output, c => c is '\u001b' or (>= '\u2500' and <= '\u257f'));
    }

    [Fact]
    public async Task Exit_codes_reach_the_caller()
    {
        Assert.Equal(0, (await Program.RunProcessAsync("--version")).ExitCode);
        Assert.Equal(2, (await Program.RunProcessAsync("dmeo")).ExitCode);
        Assert.Equal(2, (await Program.RunProcessAsync("run", "nowhere.nir")).ExitCode);
    }
}
