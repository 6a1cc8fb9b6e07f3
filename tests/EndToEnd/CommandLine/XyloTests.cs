namespace Ganglion.EndToEnd.Tests.CommandLine;

/// <summary>What a user of Xylo sees.</summary>
public sealed class XyloTests
{
    private const string Network = """
        name: two rhythms
        timestep: 0.001
        sources:
          ear: {size: 16, poisson: {rate: 100}}
        populations:
          features: {size: 40, neurons: {model: cubaLif, tauSynapse: 0.004, tauMembrane: 0.016, threshold: 1, resetMode: subtract}}
          answer: {size: 4, neurons: {model: cubaLif, tauSynapse: 0.008, tauMembrane: 0.032, threshold: 1, resetMode: subtract}}
        projections:
          - {source: ear, target: features, random: {probability: 0.5, weight: {uniform: [-2, 8]}, seed: 1}}
          - {source: features, target: features, random: {probability: 0.3, weight: {uniform: [-3, 2]}, seed: 2}}
          - {source: features, target: answer, random: {probability: 0.6, weight: {uniform: [-2, 4]}, seed: 3}}
        outputs: [answer]
        """;

    [Fact]
    public async Task The_digits_do_not_fit_and_each_reason_has_a_code()
    {
        ProgramResult demo = await Program.RunAsync("demo", "--chip", "xylo-a2");

        Assert.Equal(2, demo.ExitCode);
        Assert.Empty(demo.Output);
        Assert.Contains("GAN2420: 64 source neurons; allowed: at most 16", demo.Error, StringComparison.Ordinal);
        Assert.Contains("GAN2422: 10 output neurons; allowed: at most 8", demo.Error, StringComparison.Ordinal);
        Assert.Contains("population 'hidden': error GAN2426", demo.Error, StringComparison.Ordinal);
        Assert.Contains("population 'digit': error GAN2426", demo.Error, StringComparison.Ordinal);
        Assert.Equal(4, demo.Error.Split(": error GAN").Length - 1);
    }

    [Fact]
    public async Task A_compiled_image_runs_like_its_network()
    {
        using TemporaryFolder folder = new();
        string network = folder.PathTo("rhythms.net.yaml");
        string image = folder.PathTo("rhythms.chip");
        await File.WriteAllTextAsync(network, Network, TestContext.Current.CancellationToken);

        ProgramResult direct = await Program.RunAsync("run", network, "--chip", "xylo-a2", "--steps", "500", "--json");
        ProgramResult compiled = await Program.RunAsync("compile", network, "--chip", "xylo-a2", "-o", image);
        ProgramResult loaded = await Program.RunAsync("run", image, "--steps", "500", "--json");

        Assert.Equal((0, 0, 0), (direct.ExitCode, compiled.ExitCode, loaded.ExitCode));
        Assert.Equal($"{direct.Json.GetProperty("hashes")}", $"{loaded.Json.GetProperty("hashes")}");
        Assert.InRange(direct.Json.GetProperty("counts").GetProperty("spikes").GetInt64(), 500, 20_000);
    }

    [Fact]
    public async Task The_chip_answers_like_floating_point_within_a_tenth()
    {
        using TemporaryFolder folder = new();
        string network = folder.PathTo("rhythms.net.yaml");
        await File.WriteAllTextAsync(network, Network, TestContext.Current.CancellationToken);

        ProgramResult exact = await Program.RunAsync("run", network, "--chip", "none", "--steps", "1000", "--json");
        ProgramResult chip = await Program.RunAsync("run", network, "--chip", "xylo-a2", "--steps", "1000", "--json");

        double expected = exact.Json.GetProperty("counts").GetProperty("spikes").GetDouble();
        Assert.InRange(chip.Json.GetProperty("counts").GetProperty("spikes").GetDouble(), 0.9 * expected, 1.1 * expected);
    }
}
