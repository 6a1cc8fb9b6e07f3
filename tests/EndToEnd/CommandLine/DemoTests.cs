using System.Text.Json;

namespace Ganglion.EndToEnd.Tests.CommandLine;

public sealed class DemoTests
{
    [Theory]
    [InlineData("rate", 0.95)]
    [InlineData("latency", 0.95)]
    public async Task Digits_are_read_on_the_chip_about_as_well_as_in_floating_point(string code, double least)
    {
        ProgramResult demo = await Program.RunAsync("demo", "--code", code, "--json");

        JsonElement accuracy = demo.Json.GetProperty("accuracy");
        Assert.Equal(0, demo.ExitCode);
        Assert.Equal(360, demo.Json.GetProperty("images").GetInt32());
        Assert.InRange(accuracy.GetProperty("chip").GetDouble(), least, 1);
        Assert.InRange(Math.Abs(accuracy.GetProperty("chip").GetDouble() - accuracy.GetProperty("float").GetDouble()), 0, 0.01);
        Assert.Equal(360, demo.Json.GetProperty("confusion").EnumerateArray().Sum(row => row.EnumerateArray().Sum(cell => cell.GetInt32())));
    }

    [Fact]
    public async Task Threads_never_change_the_demonstration()
    {
        List<string> results = [];
        foreach (string threads in (string[])["1", "2", "3", "7"])
        {
            ProgramResult demo = await Program.RunAsync("demo", "--images", "20", "--threads", threads, "--json");
            results.Add($"{demo.Json.GetProperty("hashes")} {demo.Json.GetProperty("counts")}");
        }

        Assert.Single(results.Distinct());
    }

    [Fact]
    public async Task Answers_are_written_image_by_image()
    {
        using TemporaryFolder folder = new();

        ProgramResult demo = await Program.RunAsync("demo", "--images", "5", "--out", folder.Path);

        Assert.Equal(0, demo.ExitCode);
        string[] lines = await File.ReadAllLinesAsync(folder.PathTo("answers.csv"), TestContext.Current.CancellationToken);
        Assert.Equal("image,label,float,chip", lines[0]);
        Assert.Equal(6, lines.Length);
        Assert.True(File.Exists(folder.PathTo("summary.json")));
    }

    [Fact]
    public async Task Report_names_prices_and_what_has_none()
    {
        ProgramResult demo = await Program.RunAsync("demo", "--images", "5");

        Assert.Contains("accuracy on the chip", demo.Output, StringComparison.Ordinal);
        Assert.Contains("Prices: davies2018.", demo.Output, StringComparison.Ordinal);
        Assert.Contains("no public price: dendrite updates, spikes, messages sent, messages received", demo.Output, StringComparison.Ordinal);
        Assert.Empty(demo.Error);
    }
}
