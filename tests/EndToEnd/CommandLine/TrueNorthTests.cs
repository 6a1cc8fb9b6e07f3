namespace Ganglion.EndToEnd.Tests.CommandLine;

/// <summary>What a user of TrueNorth and RANC sees.</summary>
public sealed class TrueNorthTests
{
    private const string Registers = """
        name: noisy ring
        sources:
          input: {size: 20, poisson: {probability: 0.2}}
        populations:
          ring:
            size: 200
            truenorth: {weight0: 5, weight1: -3, threshold: 10, thresholdMask: 7, leak: -1, leakReversal: 1, stochasticTypes: 2, negativeThreshold: -20}
          far: {size: 200, truenorth: {weight0: 4, threshold: 9, resetMode: 1}}
        projections:
          - {source: input, target: ring, random: {probability: 0.3, weight: 5, seed: 1}}
          - {source: ring, target: ring, random: {probability: 0.05, weight: -3, delay: 7, seed: 2}}
          - {source: ring, target: far, random: {probability: 0.1, weight: 4, delay: 2, seed: 3}}
        outputs: [far]
        """;

    [Theory]
    [InlineData("truenorth", "rate", 0.97)]
    [InlineData("truenorth", "latency", 0.95)]
    [InlineData("ranc", "rate", 0.97)]
    public async Task The_digits_are_read_on_two_cores(string chip, string code, double least)
    {
        ProgramResult demo = await Program.RunAsync("demo", "--chip", chip, "--code", code, "--json");

        Assert.Equal(0, demo.ExitCode);
        Assert.InRange(demo.Json.GetProperty("accuracy").GetProperty("chip").GetDouble(), least, 1);
        Assert.Equal(2, demo.Json.GetProperty("chip").GetProperty("cores").GetInt32());
    }

    [Fact]
    public async Task A_price_that_contains_everything_says_so()
    {
        ProgramResult demo = await Program.RunAsync("demo", "--chip", "truenorth", "--images", "5");

        Assert.Contains("One price contains everything at one operating point, static power included.", demo.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("lacks what has no public", demo.Output, StringComparison.Ordinal);
        Assert.Contains("33.00 ms", demo.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_compiled_image_runs_like_its_network_with_any_number_of_threads()
    {
        using TemporaryFolder folder = new();
        string network = folder.Write("ring.net.yaml", Registers);
        string image = folder.PathTo("ring.chip");

        ProgramResult direct = await Program.RunAsync("run", network, "--chip", "truenorth", "--steps", "300", "--seed", "4", "--json");
        ProgramResult compiled = await Program.RunAsync("compile", network, "--chip", "truenorth", "-o", image);

        Assert.True((direct.ExitCode, compiled.ExitCode) == (0, 0), $"{direct}{compiled}");
        Assert.True(direct.Json.GetProperty("chip").GetProperty("cores").GetInt32() > 1);
        Assert.InRange(direct.Json.GetProperty("counts").GetProperty("spikes").GetInt64(), 1000, 1_000_000);
        foreach (string threads in (string[])["1", "2", "3"])
        {
            ProgramResult loaded = await Program.RunAsync("run", image, "--steps", "300", "--seed", "4", "--threads", threads, "--json");
            Assert.Equal($"{direct.Json.GetProperty("hashes")}", $"{loaded.Json.GetProperty("hashes")}");
        }
    }

    [Fact]
    public async Task Copies_are_not_shown_as_neurons()
    {
        using TemporaryFolder folder = new();
        string network = folder.Write("ring.net.yaml", Registers);
        string result = folder.PathTo("out");

        ProgramResult run = await Program.RunAsync("run", network, "--chip", "truenorth", "--steps", "50", "--out", result, "--json");

        string[] spikes = await File.ReadAllLinesAsync(Path.Combine(result, "spikes.csv"), TestContext.Current.CancellationToken);
        Assert.True(spikes.Length > 100, run.ToString());
        Assert.Equal(spikes.Length, spikes.Distinct().Count());
        Assert.True(run.Json.GetProperty("counts").GetProperty("spikes").GetInt64() > spikes.Count(line => !line.Contains("input", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Decay_is_refused()
    {
        using TemporaryFolder folder = new();
        string network = folder.Write("lif.net.yaml", "name: n\ntimestep: 0.001\npopulations: {a: {size: 1, neurons: {model: lif, tauMembrane: 0.02, threshold: 1}}}");

        ProgramResult run = await Program.RunAsync("run", network, "--chip", "truenorth", "--steps", "5");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("population 'a': error GAN2411", run.Error, StringComparison.Ordinal);
    }
}
