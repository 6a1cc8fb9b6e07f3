namespace Ganglion.EndToEnd.Tests.CommandLine;

public sealed class DeterminismTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Threads_never_change_a_run(int seed)
    {
        using TemporaryFolder folder = new();
        string network = folder.Write("endless.net.yaml", Networks.Endless);
        List<string> results = [];
        foreach (int threads in (int[])[1, 2, 3, 7])
        {
            string result = folder.PathTo($"threads{threads}");
            ProgramResult run = await Program.RunAsync(
                "run", network, "--steps", "300", "--seed", $"{seed}", "--threads", $"{threads}", "--out", result, "--probe", "group.v:50", "--json");
            Assert.True(run.ExitCode == 0, run.ToString());
            Assert.True(run.Json.GetProperty("chip").GetProperty("cores").GetInt32() > 1);
            Assert.True(run.Json.GetProperty("counts").GetProperty("spikes").GetInt32() > 1000, run.ToString());
            results.Add(string.Join('\n', run.Json.GetProperty("hashes"), run.Json.GetProperty("counts"), run.Json.GetProperty("energy"), run.Json.GetProperty("chipTime"), FileHashes(result)));
        }

        Assert.Single(results.Distinct());
    }

    [Fact]
    public async Task Seeds_change_a_run()
    {
        using TemporaryFolder folder = new();
        string network = folder.Write("endless.net.yaml", Networks.Endless);

        ProgramResult first = await Program.RunAsync("run", network, "--steps", "50", "--seed", "1", "--json");
        ProgramResult second = await Program.RunAsync("run", network, "--steps", "50", "--seed", "2", "--json");

        Assert.NotEqual(
            first.Json.GetProperty("hashes").GetProperty("spikes").GetString(), second.Json.GetProperty("hashes").GetProperty("spikes").GetString());
    }

    private static string FileHashes(string folder) =>
        string.Join('\n', Directory.GetFiles(folder).Where(file => !file.EndsWith("summary.json", StringComparison.Ordinal)).Order().Select(file =>
            $"{Path.GetFileName(file)} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file)))}"));
}
