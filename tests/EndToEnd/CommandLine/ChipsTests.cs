using Ganglion.ChipSpec.Reading;

namespace Ganglion.EndToEnd.Tests.CommandLine;

public sealed class ChipsTests
{
    [Fact]
    public async Task Presets_stand_side_by_side()
    {
        ProgramResult result = await Program.RunAsync("chips");

        Assert.Equal(0, result.ExitCode);
        string heading = result.Output[..result.Output.IndexOf('\n', StringComparison.Ordinal)];
        Assert.Equal(Presets.Names, heading.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.All(Presets.Names, name => Assert.Contains($"\n{name}: ", result.Output, StringComparison.Ordinal));
        Assert.Contains("not emulated", result.Output, StringComparison.Ordinal);
        Assert.Matches(@"synaptic event +23\.6 pJ ", result.Output);
    }

    [Fact]
    public void Every_preset_says_how_far_its_emulation_goes() =>
        Assert.All(Presets.Names, name => Assert.NotEmpty(Presets.Load(name).Emulation!.Exact));

    [Fact]
    public async Task A_preset_shows_limits_prices_and_sources()
    {
        ProgramResult result = await Program.RunAsync("chips", "loihi1");

        Assert.Equal(0, result.ExitCode);
        Assert.Matches(@"compartments +1,024\n", result.Output);
        Assert.Matches(@"synapticEventSparse +23\.6 pJ +3\.5 ns +per term +simulated +davies2018", result.Output);
        Assert.Matches(@"spike +not public +not public", result.Output);
        Assert.Contains("doi:10.1109/MM.2018.112130359", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preset_as_json_has_the_numbers_of_its_file()
    {
        ProgramResult result = await Program.RunAsync("chips", "loihi1", "--json");

        Assert.Equal(1024, result.Json.GetProperty("core").GetProperty("compartments").GetInt32());
        Assert.Equal(
            23.6e-12,
            result.Json.GetProperty("prices")[0].GetProperty("energy").GetProperty("synapticEventSparse").GetProperty("inSi").GetDouble(),
            tolerance: 1e-18);
    }

    [Fact]
    public async Task An_unknown_chip_is_answered_with_a_suggestion()
    {
        ProgramResult result = await Program.RunAsync("chips", "lohi1");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("did you mean 'loihi1'?", result.Error, StringComparison.Ordinal);
    }
}
