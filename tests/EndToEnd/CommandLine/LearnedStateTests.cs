using System.Text.Json;
using Ganglion.ChipSpec.Image.Files;
using Ganglion.ChipSpec.Image.Learned;

namespace Ganglion.EndToEnd.Tests.CommandLine;

/// <summary>What a network has learned, from file to file.</summary>
public sealed class LearnedStateTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public LearnedStateTests() => PlasticFiles.Write(_folder);

    private string Net => _folder.PathTo("net.chip");

    private string State => _folder.PathTo("learned.state");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_run_saves_what_it_has_learned_and_another_continues()
    {
        string saved = _folder.PathTo("first.state");
        string again = _folder.PathTo("second.state");

        ProgramResult first = await Program.RunAsync("run", Net, "--steps", "200", "--seed", "1", "--save-state", saved, "--json");
        ProgramResult second = await Program.RunAsync("run", Net, "--steps", "100", "--seed", "2", "--load-state", saved, "--save-state", again, "--json");

        Assert.True(first.ExitCode == 0, first.ToString());
        Assert.True(second.ExitCode == 0, second.ToString());
        Assert.Equal(await File.ReadAllBytesAsync(State, TestContext.Current.CancellationToken), await File.ReadAllBytesAsync(saved, TestContext.Current.CancellationToken));
        Assert.Equal(300, LearnedStateFile.Read(again).Timesteps);
        Assert.NotEqual(LearnedStateFile.Read(saved).Projections[0].Weights, LearnedStateFile.Read(again).Projections[0].Weights);
        Assert.Equal((saved, again), (second.Json.GetProperty("loadedState").GetString(), second.Json.GetProperty("savedState").GetString()));
        JsonElement counts = second.Json.GetProperty("counts");
        Assert.True(counts.GetProperty("learningUpdates").GetInt64() >= counts.GetProperty("weightWrites").GetInt64());
        Assert.True(counts.GetProperty("weightWrites").GetInt64() > 0);
        Assert.True(counts.GetProperty("traceUpdates").GetInt64() > 0);
        // 120 pJ and 6.1 ns per update: Davies et al. 2018.
        Assert.Equal(
            counts.GetProperty("learningUpdates").GetInt64() * 120e-12, second.Json.GetProperty("energy").GetProperty("components").GetProperty("learning").GetDouble(), 1e-15);
        Assert.True(second.Json.GetProperty("chipTime").GetDouble() > counts.GetProperty("learningUpdates").GetInt64() * 6.1e-9);
    }

    [Fact]
    public async Task A_folder_of_a_run_holds_what_was_learned()
    {
        ProgramResult run = await Program.RunAsync("run", Net, "--steps", "200", "--seed", "1", "--out", _folder.PathTo("out"), "--probe", "weights", "--probe", "counters");

        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Contains("updates of plastic synapses", run.Output, StringComparison.Ordinal);
        Assert.Equal(await File.ReadAllBytesAsync(State, TestContext.Current.CancellationToken), await File.ReadAllBytesAsync(_folder.PathTo("out/learned.state"), TestContext.Current.CancellationToken));
        LearnedProjection learned = LearnedStateFile.Read(State).Projections[0];
        (int Source, int Target, int Weight)[] weights = [.. Weights(_folder.PathTo("out/weights.npy"))];
        Assert.Equal(
            learned.Weights.Select((weight, i) => (learned.Sources[i], 30 + learned.Targets[i], (int)weight)).Order(), weights.Order());
        string[] counters = await File.ReadAllLinesAsync(_folder.PathTo("out/counters.csv"), TestContext.Current.CancellationToken);
        Assert.EndsWith("learningUpdates,weightWrites,traceUpdates", counters[0], StringComparison.Ordinal);
        Assert.All(counters[1].Split(',')[^3..], count => Assert.NotEqual("0", count));
    }

    [Fact]
    public async Task Weights_are_counted()
    {
        LearnedProjection learned = LearnedStateFile.Read(State).Projections[0];

        JsonElement weights = (await Program.RunAsync("weights", State, "--json")).Json;
        JsonElement initial = (await Program.RunAsync("weights", Net, "--json")).Json;

        JsonElement projection = weights.GetProperty("projections")[0];
        Assert.Equal(200, weights.GetProperty("timesteps").GetInt64());
        Assert.Equal(0, initial.GetProperty("timesteps").GetInt64());
        Assert.Equal(learned.Weights.Length, projection.GetProperty("synapses").GetInt32());
        Assert.Equal(learned.Weights.Average(weight => (double)weight), projection.GetProperty("mean").GetDouble(), 9);
        Assert.Equal(learned.Weights.Length, projection.GetProperty("histogram").EnumerateArray().Sum(bin => bin.GetProperty("count").GetInt32()));
        Assert.All(projection.GetProperty("histogram").EnumerateArray(), bin => Assert.Equal(
            learned.Weights.Count(weight => weight >= bin.GetProperty("from").GetInt32() && weight <= bin.GetProperty("to").GetInt32()),
            bin.GetProperty("count").GetInt32()));
        Assert.Equal(learned.Weights.Count(weight => weight == 0), projection.GetProperty("atLowerLimit").GetInt32());
        Assert.InRange(initial.GetProperty("projections")[0].GetProperty("minimum").GetInt32(), 20, 120);
    }

    [Fact]
    public async Task Weights_are_written_as_tables_and_drawn()
    {
        string csv = _folder.PathTo("weights.csv");
        string npy = _folder.PathTo("weights.npy");
        string picture = _folder.PathTo("weights.svg");

        ProgramResult result = await Program.RunAsync("weights", State, "--projection", "learning", "--csv", csv, "--npy", npy, "--picture", picture);

        Assert.True(result.ExitCode == 0, result.ToString());
        LearnedProjection learned = LearnedStateFile.Read(State).Projections[0];
        string[] lines = await File.ReadAllLinesAsync(csv, TestContext.Current.CancellationToken);
        Assert.Equal("projection,source,target,weight,tag,delay", lines[0]);
        Assert.Equal(learned.Weights.Select((weight, i) => $"learning,{learned.Sources[i]},{learned.Targets[i]},{weight},0,0"), lines[1..]);
        Assert.Equal(512 + (14 * learned.Weights.Length), new FileInfo(npy).Length);
        string svg = await File.ReadAllTextAsync(picture, TestContext.Current.CancellationToken);
        byte[] png = Convert.FromBase64String(svg.Split("base64,")[1].Split('"')[0]);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], png[..4]);
        Assert.Equal((30, 20), (png[19], png[23]));
    }

    [Fact]
    public async Task Probes_record_what_is_learned_over_time()
    {
        ProgramResult run = await Program.RunAsync(
            "run", Net, "--steps", "200", "--seed", "1", "--out", _folder.PathTo("out"), "--probe", "learning.weights:50", "--probe", "learning.x1", "--probe", "learning.y1:10", "--probe", "group.v");

        Assert.True(run.ExitCode == 0, run.ToString());
        LearnedProjection learned = LearnedStateFile.Read(State).Projections[0];
        byte[] weights = await File.ReadAllBytesAsync(_folder.PathTo("out/learning.weights.npy"), TestContext.Current.CancellationToken);
        Assert.Contains($"'<i2', 'fortran_order': False, 'shape': (4, {learned.Weights.Length})", System.Text.Encoding.ASCII.GetString(weights[..512]), StringComparison.Ordinal);
        Assert.Equal(learned.Weights, System.Runtime.InteropServices.MemoryMarshal.Cast<byte, short>(weights.AsSpan(weights.Length - (2 * learned.Weights.Length))).ToArray());
        Assert.Equal(512 + (200 * 30 * 2), new FileInfo(_folder.PathTo("out/learning.x1.npy")).Length);
        Assert.Equal(512 + (20 * 20 * 2), new FileInfo(_folder.PathTo("out/learning.y1.npy")).Length);
        string[] synapses = await File.ReadAllLinesAsync(_folder.PathTo("out/learning.synapses.csv"), TestContext.Current.CancellationToken);
        Assert.Equal(["synapse,source,target", .. learned.Sources.Select((source, i) => $"{i},{source},{learned.Targets[i]}")], synapses);
        Assert.All(run.Output.Split("Written to ")[1].Split(": ")[1].Split(", "), file => Assert.True(File.Exists(_folder.PathTo(Path.Combine("out", file.Split('\n')[0].Trim()))), file));
        ProgramResult wrong = await Program.RunAsync("run", Net, "--steps", "5", "--out", _folder.PathTo("out"), "--probe", "learning.wieghts");
        Assert.Equal(2, wrong.ExitCode);
        Assert.Contains("weights", wrong.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_frozen_image_runs_without_learning_and_cannot_be_learned_from()
    {
        string frozen = _folder.PathTo("frozen.chip");
        ProgramResult freeze = await Program.RunAsync("freeze", Net, State, "-o", frozen, "--json");
        Assert.True(freeze.ExitCode == 0, freeze.ToString());

        ProgramResult run = await Program.RunAsync("run", frozen, "--steps", "100", "--seed", "3", "--json");

        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Equal(0, run.Json.GetProperty("counts").GetProperty("learningUpdates").GetInt64());
        Assert.Equal(0, run.Json.GetProperty("energy").GetProperty("components").GetProperty("learning").GetDouble());
        Assert.True(run.Json.GetProperty("counts").GetProperty("spikes").GetInt64() > 0);
        Assert.Equal(freeze.Json.GetProperty("network").GetProperty("hash").GetString(), run.Json.GetProperty("network").GetProperty("hash").GetString());
        ProgramResult refused = await Program.RunAsync("run", frozen, "--load-state", State);
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("no projection of 'plastic' learns", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_state_of_another_network_is_refused_by_its_file_name()
    {
        ChipImageFile.Write(PlasticFiles.Compile(2), _folder.PathTo("other.chip"));

        foreach (string[] arguments in (string[][])[["run", _folder.PathTo("other.chip"), "--load-state", State], ["freeze", _folder.PathTo("other.chip"), State, "-o", _folder.PathTo("x.chip")]])
        {
            ProgramResult refused = await Program.RunAsync(arguments);
            Assert.Equal(2, refused.ExitCode);
            Assert.Contains($"{State}: learned state: error GAN1515: network 'plastic' with hash", refused.Error, StringComparison.Ordinal);
        }

        Assert.False(File.Exists(_folder.PathTo("x.chip")));
    }

    [Fact]
    public async Task Bad_usage_is_explained()
    {
        string driven = _folder.Write("driven.net.yaml", Networks.Driven);
        foreach ((string[] arguments, string message) in ((string[], string)[])
        [
            (["run", driven, "--save-state", _folder.PathTo("x.state")], "no projection of 'driven' learns"),
            (["run", driven, "--chip", "none", "--load-state", State], "--load-state needs a chip"),
            (["run", Net, "--steps", "5", "--save-state", _folder.PathTo("none/x.state")], "error GAN1518"),
            (["run", Net, "--load-state", Net], "error GAN1512"),
            (["weights", _folder.PathTo("none.state")], "error GAN1511"),
            (["weights", State, "--projection", "laerning"], "learning"),
            (["weights", driven], "error GAN1512"),
            (["freeze", Net, State], "--output"),
        ])
        {
            ProgramResult result = await Program.RunAsync(arguments);
            Assert.Equal(2, result.ExitCode);
            Assert.Contains(message, result.Error, StringComparison.Ordinal);
        }
    }

    private static IEnumerable<(int Source, int Target, int Weight)> Weights(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        for (int at = 512; at < bytes.Length; at += 16)
        {
            yield return (BitConverter.ToInt32(bytes, at), BitConverter.ToInt32(bytes, at + 4), BitConverter.ToInt32(bytes, at + 12));
        }
    }
}
