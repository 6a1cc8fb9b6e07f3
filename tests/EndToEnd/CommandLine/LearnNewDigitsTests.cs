using System.Text.Json;

namespace Ganglion.EndToEnd.Tests.CommandLine;

public sealed class LearnNewDigitsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task New_digits_are_learned_at_work_better_than_frozen_weights_can_read_them()
    {
        ProgramResult result = await Program.RunAsync("learn", "new-digits", "--json", "--out", _folder.Path);

        Assert.True(result.ExitCode == 0, result.ToString());
        JsonElement measures = result.Json.GetProperty("runs")[0].GetProperty("measures");
        double newDigits = measures.GetProperty("new").GetDouble();
        Assert.InRange(newDigits, 0.7, 1);
        Assert.InRange(newDigits - measures.GetProperty("newFrozen").GetDouble(), 0.1, 1);
        Assert.InRange(measures.GetProperty("known").GetDouble(), 0.85, 1);
        Assert.True(File.Exists(_folder.PathTo("new-digits.svg")));
    }

    [Fact]
    public async Task A_stopped_run_keeps_its_picture()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        ProgramResult result = await Program.RunAsync(stop.Token, "learn", "new-digits", "--out", _folder.Path);

        Assert.Equal(1, result.ExitCode);
        Assert.True(File.Exists(_folder.PathTo("new-digits.svg")));
    }

    public void Dispose() => _folder.Dispose();
}
