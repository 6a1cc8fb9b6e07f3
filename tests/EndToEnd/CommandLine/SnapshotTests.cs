using System.Diagnostics;
using System.Text.Json;
using Ganglion.ChipSpec.Image.Files;
using Ganglion.ChipSpec.Image.Snapshots;

namespace Ganglion.EndToEnd.Tests.CommandLine;

/// <summary>Runs that stop and go on, from file to file.</summary>
public sealed class SnapshotTests : IDisposable
{
    private static readonly string[] SameForEqualRuns = ["network", "chip", "seed", "completed", "populations", "counts", "hashes", "latency", "chipTime", "energy"];

    private readonly TemporaryFolder _folder = new();

    public SnapshotTests() => PlasticFiles.Write(_folder);

    private string Net => _folder.PathTo("net.chip");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_resumed_run_reports_what_the_whole_run_reports()
    {
        string half = _folder.PathTo("half.snapshot");
        string[] begin = ["run", Net, "--seed", "5", "--load-state", _folder.PathTo("learned.state"), "--json"];

        ProgramResult whole = await Program.RunAsync([.. begin, "--steps", "300", "--save-state", _folder.PathTo("whole.state")]);
        ProgramResult first = await Program.RunAsync([.. begin, "--steps", "120", "--threads", "2", "--snapshot", half]);
        ProgramResult rest = await Program.RunAsync("run", Net, "--resume", half, "--steps", "300", "--threads", "3", "--save-state", _folder.PathTo("rest.state"), "--json");

        Assert.True(first.ExitCode == 0, first.ToString());
        AssertEqualRuns(whole, rest);
        Assert.Equal((half, 120), (rest.Json.GetProperty("resumedFrom").GetString(), rest.Json.GetProperty("resumedAt").GetInt32()));
        Assert.Equal(half, first.Json.GetProperty("snapshot").GetString());
        Assert.Equal(
            await File.ReadAllBytesAsync(_folder.PathTo("whole.state"), TestContext.Current.CancellationToken),
            await File.ReadAllBytesAsync(_folder.PathTo("rest.state"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Input_that_has_not_fired_and_counts_between_samples_go_on()
    {
        string network = _folder.Write("relay.net.yaml", Networks.External);
        string input = _folder.Write("input.csv", "timestep,population,neuron\n1,input,0\n3,input,1\n9,input,2\n9,input,0\n");
        string snapshot = _folder.PathTo("relay.snapshot");
        string[] probe = ["--probe", "relay.spikes:5", "--json", "--out"];

        ProgramResult whole = await Program.RunAsync(["run", network, "--input", input, "--steps", "15", .. probe, _folder.PathTo("whole")]);
        ProgramResult first = await Program.RunAsync(["run", network, "--input", input, "--steps", "4", "--snapshot", snapshot, .. probe, _folder.PathTo("first")]);
        ProgramResult rest = await Program.RunAsync(["run", network, "--resume", snapshot, "--steps", "15", .. probe, _folder.PathTo("rest")]);

        Assert.True(first.ExitCode == 0, first.ToString());
        Assert.Empty(rest.Error);
        AssertEqualRuns(whole, rest);
        Assert.Equal(
            await File.ReadAllBytesAsync(_folder.PathTo("whole/relay.spikes.npy"), TestContext.Current.CancellationToken),
            await File.ReadAllBytesAsync(_folder.PathTo("rest/relay.spikes.npy"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_killed_process_loses_no_more_than_the_interval()
    {
        string network = _folder.Write("endless.net.yaml", Networks.Endless);
        string snapshot = _folder.PathTo("out/run.snapshot");
        using (Process process = Program.Start("run", network, "--steps", "1000000000", "--snapshot-every", "20", "--out", _folder.PathTo("out")))
        {
            Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            while (!File.Exists(snapshot) || SnapshotFile.Read(snapshot).Timestep < 60)
            {
                Assert.False(process.HasExited, process.HasExited ? await error : "");
                await Task.Delay(5, TestContext.Current.CancellationToken);
            }

            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        MachineSnapshot last = SnapshotFile.Read(snapshot);
        string steps = $"{last.Timestep + 50}";
        ProgramResult rest = await Program.RunAsync("run", network, "--resume", snapshot, "--steps", steps, "--threads", "3", "--out", _folder.PathTo("rest"), "--json");
        ProgramResult whole = await Program.RunAsync("run", network, "--steps", steps, "--threads", "1", "--out", _folder.PathTo("whole"), "--json");

        Assert.Equal(0, last.Timestep % 20);
        AssertEqualRuns(whole, rest);
        foreach (string file in (string[])["spikes.csv", "perf.csv"])
        {
            string[] lines = (await File.ReadAllTextAsync(_folder.PathTo($"out/{file}.part"), TestContext.Current.CancellationToken)).Split('\n');
            IEnumerable<string> before = lines[1..^1].TakeWhile(line => long.Parse(line.Split(',')[0], System.Globalization.CultureInfo.InvariantCulture) <= last.Timestep);
            Assert.Equal(File.ReadLines(_folder.PathTo($"whole/{file}")).Skip(1), before.Concat(File.ReadLines(_folder.PathTo($"rest/{file}")).Skip(1)));
        }
    }

    [Fact]
    public async Task An_interrupted_run_goes_on_to_where_it_was_to_go()
    {
        string snapshot = _folder.PathTo("net.snapshot");
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        ProgramResult stopped = await Program.RunAsync(stop.Token, "run", Net, "--steps", "150", "--seed", "3", "--snapshot", snapshot, "--json");
        ProgramResult rest = await Program.RunAsync("run", Net, "--resume", snapshot, "--json");
        ProgramResult whole = await Program.RunAsync("run", Net, "--steps", "150", "--seed", "3", "--json");

        Assert.True(stopped.ExitCode == 1, stopped.ToString());
        Assert.True(stopped.Json.GetProperty("counts").GetProperty("timesteps").GetInt64() < 150);
        AssertEqualRuns(whole, rest);
    }

    [Fact]
    public async Task A_name_with_the_timestep_keeps_every_snapshot()
    {
        ProgramResult run = await Program.RunAsync("run", Net, "--steps", "100", "--snapshot-every", "40", "--snapshot", _folder.PathTo("at-{timestep}.snapshot"));

        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Equal(
            ["at-100.snapshot", "at-40.snapshot", "at-80.snapshot"],
            Directory.GetFiles(_folder.Path, "*.snapshot").Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Contains($"The state is in {_folder.PathTo("at-100.snapshot")}", run.Output, StringComparison.Ordinal);
        Assert.Equal(80, SnapshotFile.Read(_folder.PathTo("at-80.snapshot")).Timestep);
    }

    [Fact]
    public async Task An_image_that_is_compiled_anew_goes_on_too()
    {
        string network = _folder.Write("endless.net.yaml", Networks.Endless);
        string image = _folder.PathTo("endless.chip");
        string snapshot = _folder.PathTo("x.snapshot");
        Assert.Equal(0, (await Program.RunAsync("compile", network, "-o", image)).ExitCode);

        ProgramResult first = await Program.RunAsync("run", network, "--steps", "20", "--snapshot", snapshot);
        ProgramResult rest = await Program.RunAsync("run", image, "--steps", "40", "--resume", snapshot, "--json");

        Assert.True(first.ExitCode == 0, first.ToString());
        AssertEqualRuns(await Program.RunAsync("run", network, "--steps", "40", "--json"), rest);
    }

    [Fact]
    public async Task What_does_not_fit_is_explained()
    {
        string snapshot = _folder.PathTo("net.snapshot");
        string driven = _folder.Write("driven.net.yaml", Networks.Driven);
        ChipImageFile.Write(PlasticFiles.Compile(2), _folder.PathTo("other.chip"));
        Assert.Equal(0, (await Program.RunAsync("run", Net, "--steps", "50", "--snapshot", snapshot)).ExitCode);
        foreach ((string[] arguments, string message) in ((string[], string)[])
        [
            (["run", _folder.PathTo("other.chip"), "--resume", snapshot], $"{snapshot}: snapshot: error GAN1705: image of network 'plastic' with hash"),
            (["run", Net, "--resume", snapshot, "--seed", "7"], "the snapshot is of a run with seed 0"),
            (["run", Net, "--resume", snapshot, "--steps", "40"], "the snapshot is of timestep 50 already"),
            (["run", Net, "--resume", snapshot, "--load-state", _folder.PathTo("learned.state")], "leave --load-state out"),
            (["run", Net, "--resume", _folder.PathTo("learned.state")], "error GAN1702"),
            (["run", Net, "--resume", _folder.PathTo("none.snapshot")], "error GAN1701"),
            (["run", Net, "--steps", "5", "--snapshot", _folder.PathTo("none/x.snapshot")], "error GAN1708: no such folder"),
            (["run", Net, "--steps", "5", "--snapshot-every", "2"], "--snapshot-every needs --snapshot"),
            (["run", Net, "--steps", "5", "--snapshot-every", "0"], "--snapshot-every is '0'"),
            (["run", driven, "--chip", "none", "--snapshot", _folder.PathTo("x.snapshot")], "snapshots need a chip"),
        ])
        {
            ProgramResult result = await Program.RunAsync(arguments);
            Assert.Equal(2, result.ExitCode);
            Assert.Contains(message, result.Error, StringComparison.Ordinal);
        }
    }

    private static void AssertEqualRuns(ProgramResult expected, ProgramResult actual)
    {
        Assert.True(expected.ExitCode == 0, expected.ToString());
        Assert.True(actual.ExitCode == 0, actual.ToString());
        foreach (string field in SameForEqualRuns)
        {
            Assert.Equal(expected.Json.GetProperty(field).GetRawText(), actual.Json.GetProperty(field).GetRawText());
        }

        Assert.True(expected.Json.GetProperty("counts").GetProperty("spikes").GetInt64() > 0);
        Assert.Equal(JsonValueKind.Null, expected.Json.GetProperty("resumedFrom").ValueKind);
    }
}
