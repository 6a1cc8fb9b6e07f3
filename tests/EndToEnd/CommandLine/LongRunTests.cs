using System.Diagnostics;

namespace Ganglion.EndToEnd.Tests.CommandLine;

public sealed class LongRunTests : IDisposable
{
    private const string Quiet = """
        name: quiet
        timestep: 0.001
        sources:
          noise: {size: 50, poisson: {probability: 0.002}}
        populations:
          group: {size: 200, neurons: {model: lif, tauMembrane: 0.02, threshold: 1.0}}
        projections:
          - {source: noise, target: group, random: {probability: 0.1, weight: 25.0, seed: 3}}
        outputs: [group]
        """;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Memory_stays_flat_on_long_runs()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The peak of memory is read from /proc.");
        string network = _folder.Write("quiet.net.yaml", Quiet);
        using Process process = Program.Start(
            "run", network, "--steps", "250000", "--threads", "1", "--out", _folder.PathTo("out"), "--probe", "group.v");
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        long peak = 0;
        while (!process.HasExited)
        {
            peak = Math.Max(peak, PeakKibibytes(process.Id));
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        Assert.True(process.ExitCode == 0, await output);
        const long recorded = 250_000L * 200 * sizeof(int);
        Assert.True(new FileInfo(_folder.PathTo("out/group.v.npy")).Length >= recorded);
        Assert.InRange(peak * 1024, 1, (recorded / 2) + (40L << 20));
    }

    [Fact]
    public async Task A_full_disk_ends_the_run_and_keeps_the_other_files()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has a device that is always full.");
        string network = _folder.Write("endless.net.yaml", Networks.Endless);
        Directory.CreateDirectory(_folder.PathTo("out"));
        File.CreateSymbolicLink(_folder.PathTo("out/spikes.csv.part"), "/dev/full");

        ProgramResult run = await Program.RunAsync("run", network, "--steps", "1000", "--out", _folder.PathTo("out"));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("No space left on device", run.Error, StringComparison.Ordinal);
        Assert.Equal(["perf.csv", "raster.svg"], Directory.GetFiles(_folder.PathTo("out")).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_is_bad_usage()
    {
        string network = _folder.Write("quiet.net.yaml", Quiet);
        Directory.CreateDirectory(_folder.PathTo("out/perf.csv.part"));

        ProgramResult run = await Program.RunAsync("run", network, "--steps", "10", "--out", _folder.PathTo("out"));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("perf.csv.part' cannot be written", run.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder.PathTo("out")));
    }

    [Fact]
    public async Task Verbose_says_what_happens_on_standard_error()
    {
        string network = _folder.Write("quiet.net.yaml", Quiet);

        ProgramResult run = await Program.RunAsync("run", network, "--steps", "10", "--verbose", "--json");

        Assert.Contains("running 10 timesteps with seed 0", run.Error, StringComparison.Ordinal);
        Assert.Equal(0, run.Json.GetProperty("seed").GetInt32());
    }

    public void Dispose() => _folder.Dispose();

    private static long PeakKibibytes(int process)
    {
        try
        {
            string? line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(text => text.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[^2].Trim());
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
