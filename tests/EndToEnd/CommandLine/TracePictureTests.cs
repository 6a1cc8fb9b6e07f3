using Ganglion.CommandLine.Results;

namespace Ganglion.EndToEnd.Tests.CommandLine;

public sealed class TracePictureTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("loihi1", "registers")]
    [InlineData("none", "own unit")]
    public async Task A_probe_draws_a_line_for_each_neuron(string chip, string unit)
    {
        string network = _folder.Write("driven.net.yaml", Networks.Driven);

        ProgramResult result = await Program.RunAsync("run", network, "--chip", chip, "--out", _folder.PathTo("out"), "--probe", "first.v");

        string picture = await File.ReadAllTextAsync(_folder.PathTo("out/first.v.svg"), TestContext.Current.CancellationToken);
        Assert.Equal(0, result.ExitCode);
        Assert.Equal(2, picture.Split("stroke-width=\"1.2\"").Length - 1);
        Assert.Contains(unit, picture, StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_keep_the_extremes_of_a_series_of_any_length()
    {
        double[] samples = [.. Enumerable.Range(0, 5_377).Select(i => (double)((i * 7_919) % 10_007))];
        var grid = new TraceGrid();
        foreach (double sample in samples)
        {
            grid.Add(sample);
        }

        // 5,377 samples in at most 1,000 columns need 8 a column.
        double[][] chunks = [.. samples.Chunk(8)];
        Assert.Equal(chunks.Select(chunk => (chunk.Min(), chunk.Max())), Enumerable.Range(0, grid.Columns).Select(column => grid[column]));
        Assert.Equal((samples.Min(), samples.Max()), (grid.Lowest, grid.Highest));
    }

    [Fact]
    public async Task A_source_without_spikes_is_named()
    {
        ProgramResult result = await Program.RunAsync("run", _folder.Write("relay.net.yaml", Networks.External), "--steps", "3");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("the source 'input' gets no spikes; give them with --input", result.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
