using System.Diagnostics;
using System.Text.Json;

namespace Ganglion.EndToEnd.Tests.CommandLine;

public sealed class StopTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_stopped_run_keeps_what_it_recorded()
    {
        string network = _folder.Write("endless.net.yaml", Networks.Endless);
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(1));

        ProgramResult run = await Program.RunAsync(
            stop.Token, "run", network, "--steps", "1000000000", "--out", _folder.PathTo("out"), "--probe", "group.v:1000");

        Assert.True(run.ExitCode == 1, run.ToString());
        Assert.Contains("stopped after timestep", run.Error, StringComparison.Ordinal);
        AssertComplete();
    }

    [Fact]
    public async Task An_interrupt_from_the_keyboard_keeps_what_was_recorded()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals to send to another process.");
        string network = _folder.Write("endless.net.yaml", Networks.Endless);
        using Process process = Program.Start("run", network, "--steps", "1000000000", "--out", _folder.PathTo("out"));
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        while (!File.Exists(_folder.PathTo("out/spikes.csv.part")) || new FileInfo(_folder.PathTo("out/spikes.csv.part")).Length == 0)
        {
            Assert.False(process.HasExited);
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        using (Process kill = Process.Start("kill", ["-INT", $"{process.Id}"]))
        {
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 1, await error);
        AssertComplete();
    }

    [Fact]
    public async Task A_stopped_demonstration_reports_the_images_that_it_read()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        ProgramResult demo = await Program.RunAsync(stop.Token, "demo", "--json");

        Assert.Equal(1, demo.ExitCode);
        Assert.Equal(0, demo.Json.GetProperty("images").GetInt32());
    }

    public void Dispose() => _folder.Dispose();

    private void AssertComplete()
    {
        JsonElement summary = JsonDocument.Parse(File.ReadAllText(_folder.PathTo("out/summary.json"))).RootElement;
        long timesteps = summary.GetProperty("counts").GetProperty("timesteps").GetInt64();
        Assert.False(summary.GetProperty("completed").GetBoolean());
        Assert.True(timesteps > 0);
        Assert.Equal(timesteps + 2, File.ReadLines(_folder.PathTo("out/perf.csv")).LongCount());
        Assert.Equal(
            summary.GetProperty("populations").EnumerateArray().Sum(population => population.GetProperty("spikes").GetInt64()) + 1,
            File.ReadLines(_folder.PathTo("out/spikes.csv")).LongCount());
        Assert.EndsWith("</svg>\n", File.ReadAllText(_folder.PathTo("out/raster.svg")), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder.PathTo("out"), "*.part"));
        Assert.All(
            summary.GetProperty("files").EnumerateArray(), file => Assert.True(File.Exists(_folder.PathTo(Path.Combine("out", file.GetString()!)))));
    }
}
