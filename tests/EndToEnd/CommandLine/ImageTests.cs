namespace Ganglion.EndToEnd.Tests.CommandLine;

public sealed class ImageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_truncated_image_is_refused()
    {
        string network = _folder.Write("driven.net.yaml", Networks.Driven);
        string image = _folder.PathTo("driven.chip");
        await Program.RunAsync("compile", network, "-o", image);
        byte[] bytes = await File.ReadAllBytesAsync(image, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(image, bytes[..(bytes.Length / 2)], TestContext.Current.CancellationToken);

        ProgramResult result = await Program.RunAsync("run", image);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains($"{image}: error GAN15", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_image_runs_like_its_network()
    {
        string network = _folder.Write("driven.net.yaml", Networks.Driven);
        string image = _folder.PathTo("driven.chip");

        ProgramResult compiled = await Program.RunAsync("compile", network, "-o", image, "--json");
        ProgramResult direct = await Program.RunAsync("run", network, "--steps", "20", "--json");
        ProgramResult loaded = await Program.RunAsync("run", image, "--steps", "20", "--json");

        Assert.Equal(0, compiled.ExitCode);
        Assert.Equal(image, compiled.Json.GetProperty("file").GetString());
        Assert.Equal(direct.Json.GetProperty("hashes").ToString(), loaded.Json.GetProperty("hashes").ToString());
        Assert.Equal(direct.Json.GetProperty("chip").ToString(), loaded.Json.GetProperty("chip").ToString());
        Assert.Equal(direct.Json.GetProperty("energy").ToString(), loaded.Json.GetProperty("energy").ToString());
    }

    [Fact]
    public async Task A_run_with_an_image_does_not_take_another_chip()
    {
        string network = _folder.Write("driven.net.yaml", Networks.Driven);
        await Program.RunAsync("compile", network, "-o", _folder.PathTo("driven.chip"));

        ProgramResult other = await Program.RunAsync("run", _folder.PathTo("driven.chip"), "--weight-bits", "4");
        Assert.Equal(2, other.ExitCode);
        Assert.Contains("leave --weight-bits out", other.Error, StringComparison.Ordinal);

        ProgramResult run = await Program.RunAsync("run", _folder.PathTo("driven.chip"), "--chip", "loihi1");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("brings its chip along", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_network_that_does_not_fit_leaves_no_image()
    {
        string network = _folder.Write("large.net.yaml", Networks.Driven.Replace("{size: 1, ", "{size: 200000, ", StringComparison.Ordinal));

        ProgramResult result = await Program.RunAsync("compile", network, "--chip", "loihi1", "-o", _folder.PathTo("large.chip"));

        Assert.Equal(2, result.ExitCode);
        Assert.Equal([network], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public async Task An_image_that_cannot_be_written_is_bad_usage()
    {
        string network = _folder.Write("driven.net.yaml", Networks.Driven);

        ProgramResult result = await Program.RunAsync("compile", network, "-o", _folder.PathTo("no/such/folder/x.chip"));

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("error GAN1508", result.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
