namespace Ganglion.EndToEnd.Tests.CommandLine;

public sealed class UsageTests
{
    public static TheoryData<string> Commands => ["demo", "chips", "compile", "run", "bench", "explain"];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Help_of_every_command_ends_with_an_example(string command)
    {
        ProgramResult result = await Program.RunAsync(command, "--help");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains($"Examples:\n  ganglion {command}", result.Output, StringComparison.Ordinal);
        Assert.Contains("--json", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_lists_every_command()
    {
        ProgramResult result = await Program.RunAsync("--help");

        Assert.Equal(0, result.ExitCode);
        Assert.All(Commands, command => Assert.Contains($"\n  {command.Data} ", result.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Version_is_a_version()
    {
        ProgramResult result = await Program.RunAsync("--version");

        Assert.Equal(0, result.ExitCode);
        Assert.True(Version.TryParse(result.Output.Trim(), out _), result.Output);
    }

    [Fact]
    public async Task Nothing_is_bad_usage_and_shows_help_on_standard_error()
    {
        ProgramResult result = await Program.RunAsync();

        Assert.Equal(2, result.ExitCode);
        Assert.Empty(result.Output);
        Assert.Contains("Usage:", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("there is no command 'dmeo'; did you mean 'demo'?", "dmeo")]
    [InlineData("there is no option '--thread'; did you mean '--threads'?", "demo", "--thread", "2")]
    [InlineData("there is no option '--jsn'; did you mean '--json'?", "explain", "--jsn")]
    [InlineData("there is no argument 'second'", "explain", "GAN1001", "second")]
    [InlineData("--threads is '0'; allowed: a whole number from 1 to 256", "demo", "--threads", "0")]
    [InlineData("--steps is 'many'", "demo", "--steps", "many")]
    [InlineData("--code is 'rat'; did you mean 'rate'?", "demo", "--code", "rat")]
    [InlineData("--dt is '0'", "run", "x.nir", "--dt", "0")]
    [InlineData("Required argument 'network' missing", "run")]
    [InlineData("Required argument 'network' missing", "bench")]
    [InlineData("did you mean 'brunel'?", "bench", "burnel")]
    [InlineData("there is no option '--chip'", "chips", "--chip")]
    [InlineData("Required argument missing for option: '--steps'", "demo", "--steps")]
    public async Task Bad_usage_is_named_on_standard_error(string expected, params string[] arguments)
    {
        ProgramResult result = await Program.RunAsync(arguments);

        Assert.Equal(2, result.ExitCode);
        Assert.Empty(result.Output);
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Environment_must_make_sense_too()
    {
        ProgramResult result = await RunWithAsync("GANGLION_THREADS", "lots", "demo", "--images", "1");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("GANGLION_THREADS is 'lots'", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Environment_chooses_the_chip_where_no_option_does()
    {
        ProgramResult result = await RunWithAsync("GANGLION_CHIP", "unbounded", "demo", "--images", "1", "--json");

        Assert.Equal("unbounded", result.Json.GetProperty("chip").GetProperty("id").GetString());
    }

    private static async Task<ProgramResult> RunWithAsync(string variable, string value, params string[] arguments)
    {
        System.Diagnostics.ProcessStartInfo start = Program.StartInfo(arguments);
        start.Environment[variable] = value;
        return await Program.FinishAsync(System.Diagnostics.Process.Start(start)!);
    }
}
