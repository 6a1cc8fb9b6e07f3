using Ganglion.ChipSpec.Image.Files;

namespace Ganglion.EndToEnd.Tests.CommandLine;

/// <summary><c>ganglion replay</c>.</summary>
public sealed class ReplayTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ReplayTests() => PlasticFiles.Write(_folder);

    [Theory]
    [InlineData("1")]
    [InlineData("3")]
    public async Task A_recorded_run_is_repeated(string threads)
    {
        ProgramResult result = await Program.RunAsync("replay", _folder.PathTo("bench.run"), "--threads", threads);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("100 timesteps with 0 input spikes, the same at 5 checkpoints; the whole run.", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recording_that_breaks_off_says_so()
    {
        string file = _folder.PathTo("bench.run");
        byte[] whole = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(file, whole[..^50], TestContext.Current.CancellationToken);

        ProgramResult result = await Program.RunAsync("replay", file);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("breaks off", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mistakes_are_said()
    {
        ChipImageFile.Write(PlasticFiles.Compile(2), _folder.PathTo("other.chip"));

        await Refused("GAN1714", "bench.run", "--image", _folder.PathTo("other.chip"));
        await Refused("GAN1711", "nothing.run");
        await Refused("GAN1712", "net.chip");
        await Refused("--threads takes a number from 1", "bench.run", "--threads", "0");
    }

    public void Dispose() => _folder.Dispose();

    private async Task Refused(string message, string file, params string[] words)
    {
        ProgramResult result = await Program.RunAsync(["replay", _folder.PathTo(file), .. words]);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Output);
    }
}
