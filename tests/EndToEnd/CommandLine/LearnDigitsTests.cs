using System.Text.Json;

namespace Ganglion.EndToEnd.Tests.CommandLine;

public sealed class LearnDigitsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Digits_are_learned_without_labels()
    {
        ProgramResult result = await Program.RunAsync("learn", "digits", "--rounds", "1", "--json", "--out", _folder.Path);

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.InRange(Accuracy(result), 0.8, 1);
        Assert.All(
            (string[])["accuracy.svg", "fields.svg"],
            name => Assert.EndsWith("</svg>\n", File.ReadAllText(_folder.PathTo(name)), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Threads_never_change_what_is_learned()
    {
        List<string> results = [];
        foreach (string threads in (string[])["1", "2"])
        {
            ProgramResult result = await Program.RunAsync("learn", "digits", "--rounds", "1", "--images", "40", "--threads", threads, "--json");
            JsonElement run = result.Json.GetProperty("runs")[0];
            results.Add($"{run.GetProperty("hashes")} {run.GetProperty("measures")}");
        }

        Assert.Single(results.Distinct());
    }

    [Fact]
    public async Task A_stopped_run_keeps_its_pictures()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        ProgramResult result = await Program.RunAsync(stop.Token, "learn", "digits", "--json", "--out", _folder.Path);

        Assert.Equal(1, result.ExitCode);
        Assert.False(result.Json.GetProperty("completed").GetBoolean());
        Assert.True(File.Exists(_folder.PathTo("fields.svg")));
    }

    public void Dispose() => _folder.Dispose();

    private static double Accuracy(ProgramResult result) =>
        result.Json.GetProperty("runs")[0].GetProperty("measures").GetProperty("accuracy").GetDouble();
}
