using System.Text.Json;
using Ganglion.ChipSpec.Learning;
using Ganglion.CommandLine.Learning;
using Ganglion.Compiler.Networks;

namespace Ganglion.EndToEnd.Tests.Learning;

/// <summary>Weight changes that Brian2 computes, from tests/golden/learning.</summary>
internal static class BrianStdp
{
    /// <summary>Folder of the golden file and of the script that prints it.</summary>
    public static string Folder { get; } = ExampleFolder.Path("..", "tests", "golden", "learning");

    /// <summary>The golden file.</summary>
    public static JsonElement Golden { get; } = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "brian2-stdp.json"))).RootElement;

    /// <summary>The case of a pairing, <c>all</c> or <c>nearest</c>.</summary>
    public static JsonElement Case(string pairing) => Golden.GetProperty("cases").EnumerateArray().Single(item => item.GetProperty("pairing").GetString() == pairing);

    /// <summary>The rule of the emulator for a case: steps of a power of two times an impulse.</summary>
    public static Plasticity Plasticity(JsonElement @case)
    {
        bool all = @case.GetProperty("pairing").GetString() == "all";
        (int plus, int minus) = all ? (16, 12) : (127, 127);
        (int plusExponent, int minusExponent) = all ? (-2, -2) : (-5, -6);
        Assert.Equal(Number(@case, "plus"), Math.ScaleB(plus, plusExponent));
        Assert.Equal(Number(@case, "minus"), Math.ScaleB(minus, minusExponent));
        return new Plasticity
        {
            Rule = LearningRule.Parse($"dw = 2^{plusExponent}*y0*x1 - 2^{minusExponent}*x0*y1"),
            X1 = new TraceParameters(plus, Number(@case, "tauPlus")),
            Y1 = new TraceParameters(minus, Number(@case, "tauMinus")),
        };
    }

    /// <summary>Single pairs, and what Brian2 makes of them.</summary>
    public static (SpikeTrial Trial, double Change, int Difference)[] Window(JsonElement @case) =>
    [
        .. @case.GetProperty("window").EnumerateArray().Select(point => (point.GetProperty("difference").GetInt32(), Number(point, "change")))
            .Select(point => (new SpikeTrial([100], [100 + point.Item1], []), point.Item2, point.Item1)),
    ];

    /// <summary>Random trains, and what Brian2 makes of them.</summary>
    public static (SpikeTrial Trial, double Change)[] Trains(JsonElement @case) =>
        [.. @case.GetProperty("trains").EnumerateArray().Select(train => (new SpikeTrial(Timesteps(train, "source"), Timesteps(train, "target"), []), Number(train, "change")))];

    private static double Number(JsonElement element, string name) => element.GetProperty(name).GetDouble();

    private static int[] Timesteps(JsonElement train, string name) => [.. train.GetProperty(name).EnumerateArray().Select(timestep => timestep.GetInt32())];
}
