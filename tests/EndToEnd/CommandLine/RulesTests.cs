using System.Text.Json;
using System.Xml.Linq;
using Ganglion.Compiler.Networks;

namespace Ganglion.EndToEnd.Tests.CommandLine;

/// <summary><c>ganglion rules</c>.</summary>
public sealed class RulesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Names => [.. LearningPresets.All.Select(preset => preset.Name)];

    [Fact]
    public async Task Every_preset_is_listed_with_its_rule()
    {
        ProgramResult result = await Program.RunAsync("rules");

        Assert.Equal(0, result.ExitCode);
        Assert.All(LearningPresets.All, preset =>
        {
            Assert.Contains(preset.Name, result.Output, StringComparison.Ordinal);
            Assert.Contains(preset.Create().Rule.ToString(), result.Output, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_preset_is_shown_with_reference_parameters_and_cost()
    {
        ProgramResult result = await Program.RunAsync("rules", "reward-stdp", "--set", "reward=-1");

        Assert.Equal(0, result.ExitCode);
        Assert.All(
            (string[])
            [
                "dw = 2^-1*u0*t*y2", "Izhikevich 2007", "source keeps   x1", "target keeps   y1, y2", "weight, tag: 17 bits, 9 more",
                "2 per source and core", "all synapses in every epoch", "y2: each driven", "tauMinus",
            ],
            part => Assert.Contains(part, result.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_rule_of_the_users_is_checked_and_costed()
    {
        ProgramResult result = await Program.RunAsync("rules", "dw = x1*y0 ; dd = u2*d*(y3+1)");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("dw = y0*x1; dd = u2*d*(y3 + 1)", result.Output, StringComparison.Ordinal);
        Assert.Contains("16 bits, 8 more", result.Output, StringComparison.Ordinal);
        Assert.Contains("all synapses every 4 epochs", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GAN2500", "dw = x9")]
    [InlineData("learning rule, character 6", "dw = x9")]
    [InlineData("there is no preset 'spdt'", "spdt")]
    [InlineData("GAN2511", "stdp", "--set", "plus=999")]
    [InlineData("parameter 'speed'", "stdp", "--set", "speed=1")]
    [InlineData("'plus' is not a parameter and its value", "stdp", "--set", "plus")]
    [InlineData("'plus=much' is not", "stdp", "--set", "plus=much")]
    [InlineData("'plus' is set twice", "stdp", "--set", "plus=1", "--set", "plus=2")]
    [InlineData("need the name of a preset", "dw = x0", "--set", "plus=1")]
    [InlineData("need the name of a preset", "--picture", "w.svg")]
    [InlineData("sdsp has no parameter 'tauPlus'", "sdsp", "--set", "tauPlus=1")]
    [InlineData("calciumLow 8 is not a whole number from 0 to 7", "sdsp", "--set", "calciumLow=8")]
    [InlineData("cannot be written", "stdp", "--picture", "/nowhere/w.svg")]
    public async Task Mistakes_are_said(string message, params string[] words)
    {
        ProgramResult result = await Program.RunAsync(["rules", .. words]);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Output);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_window_is_measured_and_drawn(string name)
    {
        string picture = _folder.PathTo("window.svg");
        ProgramResult result = await Program.RunAsync("rules", name, "--picture", picture, "--json");

        Assert.Equal(0, result.ExitCode);
        JsonElement[] curves = [.. result.Json.GetProperty("window").EnumerateArray()];
        Assert.All(curves, curve => Assert.Equal(121, curve.GetProperty("points").GetArrayLength()));
        XElement svg = XDocument.Load(picture).Root!;
        Assert.Equal(curves.Length, svg.Descendants().Count(element => element.Name.LocalName == "polyline"));

        string documented = ExampleFolder.Path("..", "docs", "pictures", $"window-{name}.svg");
        Assert.True(
            await File.ReadAllTextAsync(picture, TestContext.Current.CancellationToken) == await File.ReadAllTextAsync(documented, TestContext.Current.CancellationToken),
            $"docs shows another window; draw it again: ganglion rules {name} --picture docs/pictures/window-{name}.svg");

        // Before and after the source's spike, of the first curve.
        (double before, double after) = (Change(curves[0], -10), Change(curves[0], 10));
        switch (name)
        {
            case "stdp" or "homeostasis" or "reward-stdp" or "stdp-multiplicative" or "stdp-triplet":
                Assert.True(before < -0.5, $"{before}");
                Assert.True(name == "stdp-triplet" || after > 0.5, $"{after}");
                break;
            case "anti-hebbian":
                Assert.True(before > 0.2, $"{before}");
                Assert.True(after < -0.5, $"{after}");
                break;
            default:
                Assert.Equal(0, before);
                Assert.True(after > 0.2, $"{after}");
                Assert.True(Change(curves[1], 10) < -0.2);
                break;
        }

        if (name == "stdp-triplet")
        {
            // A single pair cannot strengthen a triplet's synapse; several can.
            Assert.InRange(after, -0.2, 0.2);
            Assert.True(Change(curves[1], 10) > 0.5);
        }

        if (name == "reward-stdp")
        {
            Assert.Equal(0, Change(curves[1], 10));
        }
    }

    [Theory]
    [InlineData(128, 1, 3, 6)]
    [InlineData(40, 0, 7, 2)]
    [InlineData(255, 2, 2, 7)]
    public async Task The_window_of_sdsp_is_that_of_its_equations(int learningPotential, int low, int middle, int high)
    {
        string picture = _folder.PathTo("window.svg");
        ProgramResult result = await Program.RunAsync(
            "rules", "sdsp", "--set", $"learningPotential={learningPotential}", "--set", $"calciumLow={low}", "--set", $"calciumMiddle={middle}", "--set",
            $"calciumHigh={high}", "--picture", picture, "--json");

        Assert.Equal(0, result.ExitCode);
        List<int> seen = [];
        foreach (JsonElement curve in result.Json.GetProperty("window").EnumerateArray())
        {
            foreach (int calcium in curve.GetProperty("label").GetString()!["calcium ".Length..].Split(", ").Select(int.Parse))
            {
                seen.Add(calcium);
                Assert.All(curve.GetProperty("points").EnumerateArray(), point =>
                {
                    int potential = learningPotential + point.GetProperty("difference").GetInt32();
                    int up = potential >= learningPotential && calcium >= low && calcium < high ? 1 : 0;
                    int down = potential < learningPotential && calcium >= low && calcium < middle ? 1 : 0;
                    Assert.Equal(up - down, point.GetProperty("change").GetDouble());
                });
            }
        }

        Assert.Equal(Enumerable.Range(0, 8), seen.Order());
        Assert.Equal(result.Json.GetProperty("window").GetArrayLength(), XDocument.Load(picture).Root!.Descendants().Count(element => element.Name.LocalName == "polyline"));
    }

    [Fact]
    public async Task The_window_of_sdsp_is_the_one_of_the_documentation()
    {
        string picture = _folder.PathTo("window.svg");
        await Program.RunAsync("rules", "sdsp", "--picture", picture);

        Assert.Equal(
            await File.ReadAllTextAsync(ExampleFolder.Path("..", "docs", "pictures", "window-sdsp.svg"), TestContext.Current.CancellationToken),
            await File.ReadAllTextAsync(picture, TestContext.Current.CancellationToken));
    }

    public void Dispose() => _folder.Dispose();

    private static double Change(JsonElement curve, int difference) => curve.GetProperty("points").EnumerateArray()
        .Single(point => point.GetProperty("difference").GetInt32() == difference).GetProperty("change").GetDouble();
}
