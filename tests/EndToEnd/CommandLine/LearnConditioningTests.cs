using System.Text.Json;

namespace Ganglion.EndToEnd.Tests.CommandLine;

public sealed class LearnConditioningTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task The_stimulus_that_is_rewarded_late_is_learned_and_the_other_forgotten()
    {
        ProgramResult result = await Program.RunAsync("learn", "conditioning", "--runs", "3", "--json", "--out", _folder.Path);

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.All(Measures(result), run =>
        {
            Assert.InRange(run.GetProperty("weightOfBell").GetDouble(), 200, 255);
            Assert.InRange(run.GetProperty("weightOfLight").GetDouble(), 0, 60);
            Assert.InRange(run.GetProperty("responsesToBell").GetDouble(), 0.9, 1);
            Assert.InRange(run.GetProperty("responsesToLight").GetDouble(), 0, 0.3);
        });
        Assert.EndsWith("</svg>\n", await File.ReadAllTextAsync(_folder.PathTo("conditioning.svg"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reward_later_than_the_marks_last_favours_neither_stimulus()
    {
        ProgramResult result = await Program.RunAsync("learn", "conditioning", "--delay", "1000", "--json");

        double[] bell = [.. Measures(result).Select(run => run.GetProperty("weightOfBell").GetDouble())];
        double[] light = [.. Measures(result).Select(run => run.GetProperty("weightOfLight").GetDouble())];
        Assert.InRange(bell.Average() - light.Average(), -40, 40);
    }

    [Fact]
    public async Task Threads_never_change_what_is_learned()
    {
        List<string> hashes = [];
        foreach (string threads in (string[])["1", "2", "3"])
        {
            ProgramResult result = await Program.RunAsync("learn", "conditioning", "--runs", "1", "--trials", "40", "--threads", threads, "--json");
            hashes.Add(result.Json.GetProperty("runs")[0].GetProperty("hashes").ToString());
        }

        Assert.Single(hashes.Distinct());
    }

    [Fact]
    public async Task A_stopped_run_reports_what_it_has_learned()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        ProgramResult result = await Program.RunAsync(stop.Token, "learn", "conditioning", "--json", "--out", _folder.Path);

        Assert.Equal(1, result.ExitCode);
        Assert.False(result.Json.GetProperty("completed").GetBoolean());
        Assert.True(File.Exists(_folder.PathTo("conditioning.svg")));
    }

    [Fact]
    public async Task Without_a_task_the_tasks_are_named()
    {
        ProgramResult result = await Program.RunAsync("learn");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("conditioning", result.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static IEnumerable<JsonElement> Measures(ProgramResult result) =>
        result.Json.GetProperty("runs").EnumerateArray().Select(run => run.GetProperty("measures"));
}
