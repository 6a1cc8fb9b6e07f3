using System.Text.Json;

namespace Ganglion.EndToEnd.Tests.CommandLine;

public sealed class LearnFashionTests : IDisposable
{
    private const string Data = "/usr/share/datasets/fashion-mnist";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Fashion_is_learned_from_errors()
    {
        SkipWithoutData();

        ProgramResult result = await Program.RunAsync(
            "learn", "fashion", "--rounds", "1", "--train", "1500", "--test", "300", "--json", "--out", _folder.Path);

        Assert.True(result.ExitCode == 0, result.ToString());
        JsonElement measures = result.Json.GetProperty("runs")[0].GetProperty("measures");
        Assert.InRange(measures.GetProperty("accuracy").GetDouble(), 0.68, 1);
        Assert.InRange(measures.GetProperty("leastSquaresAccuracy").GetDouble(), 0.75, 1);
        Assert.EndsWith("</svg>\n", File.ReadAllText(_folder.PathTo("accuracy.svg")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Threads_never_change_what_is_learned()
    {
        SkipWithoutData();
        List<string> results = [];
        foreach (string threads in (string[])["1", "2"])
        {
            ProgramResult result = await Program.RunAsync(
                "learn", "fashion", "--rounds", "1", "--train", "30", "--test", "10", "--threads", threads, "--json");
            JsonElement run = result.Json.GetProperty("runs")[0];
            results.Add($"{run.GetProperty("hashes")} {run.GetProperty("measures")}");
        }

        Assert.Single(results.Distinct());
    }

    [Fact]
    public async Task Missing_data_is_one_message_with_package_and_option()
    {
        ProgramResult result = await Program.RunAsync("learn", "fashion", "--data", _folder.PathTo("none"));

        Assert.Equal(2, result.ExitCode);
        string message = Assert.Single(result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => line.Contains(": error GAN", StringComparison.Ordinal));
        Assert.Contains("error GAN1441", message, StringComparison.Ordinal);
        Assert.Contains("dataset-fashion-mnist", message, StringComparison.Ordinal);
        Assert.Contains("--data", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Damaged_data_is_refused()
    {
        _folder.Write("train-images-idx3-ubyte.gz", "not compressed");

        ProgramResult result = await Program.RunAsync("learn", "fashion", "--data", _folder.Path);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("train-images-idx3-ubyte.gz: error GAN1442", result.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static void SkipWithoutData() => Assert.SkipUnless(
        Directory.Exists(Data), $"Fashion-MNIST is not in {Data}; the Debian package dataset-fashion-mnist puts it there");
}
