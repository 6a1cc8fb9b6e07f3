using System.Xml.Linq;

namespace Ganglion.EndToEnd.Tests.CommandLine;

public sealed class MapTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_map_shows_cores_and_traces_every_neuron()
    {
        string network = _folder.Write("endless.net.yaml", Networks.Endless);

        ProgramResult result = await Program.RunAsync("map", network, "--out", _folder.PathTo("map"), "--json");

        Assert.Equal(0, result.ExitCode);
        XDocument picture = XDocument.Load(_folder.PathTo("map/floorplan.svg"));
        Assert.Equal(128, picture.Descendants().Count(e => e.Name.LocalName == "rect" && (string?)e.Attribute("stroke") == "#ddd"));
        string[] rows = await File.ReadAllLinesAsync(_folder.PathTo("map/neurons.csv"), TestContext.Current.CancellationToken);
        Assert.Equal("id,population,neuron,index,element,output,core,tile,x,y,compartment,axons", rows[0]);
        Assert.Contains(rows, row => row.Contains(",populations.", StringComparison.Ordinal) && row.Contains(",0,0,0,0,0,", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("loihi1")]
    [InlineData("unbounded")]
    public async Task A_mapping_can_be_fed_back_and_edited_without_changing_a_spike(string chip)
    {
        string network = _folder.Write("endless.net.yaml", Networks.Endless);
        await Program.RunAsync("map", network, "--chip", chip, "--out", _folder.PathTo("map"));
        string mapping = _folder.PathTo("map/mapping.json");
        string edited = _folder.Write("edited.json", (await File.ReadAllTextAsync(mapping, TestContext.Current.CancellationToken))
            .Replace("\"core\": 0,", "\"core\": 77,", StringComparison.Ordinal).Replace("\"forbidden\": []", "\"forbidden\": [0, \"100-105\"]", StringComparison.Ordinal));
        await Program.RunAsync("compile", network, "--chip", chip, "-o", _folder.PathTo("first.chip"));
        await Program.RunAsync("compile", network, "--chip", chip, "--placement", mapping, "-o", _folder.PathTo("again.chip"));

        ProgramResult first = await Program.RunAsync("run", network, "--chip", chip, "--steps", "60", "--json");
        ProgramResult moved = await Program.RunAsync("run", network, "--chip", chip, "--steps", "60", "--placement", edited, "--json");

        Assert.Equal(
            await File.ReadAllBytesAsync(_folder.PathTo("first.chip"), TestContext.Current.CancellationToken),
            await File.ReadAllBytesAsync(_folder.PathTo("again.chip"), TestContext.Current.CancellationToken));
        Assert.Equal($"{first.Json.GetProperty("hashes").GetProperty("spikes")}", $"{moved.Json.GetProperty("hashes").GetProperty("spikes")}");
    }

    [Fact]
    public async Task A_profile_guides_a_mapping_onto_a_board()
    {
        string network = _folder.Write("endless.net.yaml", Networks.Endless);
        ProgramResult run = await Program.RunAsync("run", network, "--chip", "loihi1-2x2", "--steps", "60", "--profile", _folder.PathTo("profile.json"), "--json");

        ProgramResult compiled = await Program.RunAsync("compile", network, "--chip", "loihi1-2x2", "--activity", _folder.PathTo("profile.json"), "--json");
        ProgramResult again = await Program.RunAsync("run", network, "--steps", "60", "--json");

        Assert.Equal(0, compiled.ExitCode);
        Assert.Equal("loihi1-2x2", compiled.Json.GetProperty("chip").GetProperty("id").GetString());
        Assert.Equal($"{again.Json.GetProperty("hashes").GetProperty("spikes")}", $"{run.Json.GetProperty("hashes").GetProperty("spikes")}");
    }

    [Fact]
    public async Task A_placement_that_cannot_be_taken_is_explained()
    {
        string network = _folder.Write("endless.net.yaml", Networks.Endless);
        string plan = _folder.Write("plan.json", """{"format": "ganglion-mapping", "version": 1, "cores": [{"core": 500, "neurons": ["nothing[0]"]}]}""");

        ProgramResult result = await Program.RunAsync("map", network, "--placement", plan, "--out", _folder.PathTo("map"));

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("plan.json:1:", result.Error, StringComparison.Ordinal);
        Assert.Contains("GAN2312", result.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
