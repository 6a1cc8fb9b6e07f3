using System.Diagnostics;
using System.Text.Json;
using Ganglion.ChipSpec.Learning;
using Ganglion.CommandLine.Learning;
using Ganglion.Compiler.Networks;

namespace Ganglion.EndToEnd.Tests.Learning;

/// <summary>Pair STDP as it comes out of the whole emulator, against the closed form and against Brian2.</summary>
public sealed class StdpWindowTests
{
    private const int Repetitions = 256;

    /// <summary>Errors of the mean that a test allows; 5 of them are passed once in two million points.</summary>
    private const double StandardErrors = 5;

    [Theory]
    [InlineData(64, 67, -4, 20, 20)]
    [InlineData(127, 127, -5, 10, 40)]
    [InlineData(30, 90, -3, 5, 3)]
    public void A_single_pair_changes_the_weight_by_the_closed_form(int plus, int minus, int exponent, double tauPlus, double tauMinus)
    {
        Plasticity plasticity = LearningPresets.PairStdp.Create(new Dictionary<string, double>
        {
            ["plus"] = plus,
            ["minus"] = minus,
            ["exponent"] = exponent,
            ["tauPlus"] = tauPlus,
            ["tauMinus"] = tauMinus,
        });
        int[] differences = [.. Enumerable.Range(-60, 121)];
        int[][] changes = new SpikeExperiment(plasticity, [.. differences.Select(d => new SpikeTrial([61], [61 + d], []))], Repetitions).Run();
        Assert.All(differences.Zip(changes), point =>
        {
            double before = point.First >= 0 ? plus * Math.Exp(-point.First / tauPlus) : 0;
            double after = point.First <= 0 ? minus * Math.Exp(point.First / tauMinus) : 0;
            double expected = Math.ScaleB(before - after, exponent);
            AssertMean(expected, point.Second, RoundingDeviation(exponent, point.First >= 0 ? tauPlus : tauMinus), $"difference {point.First}");
            Assert.All(point.Second, change => Assert.InRange(change, Math.ScaleB(-minus, exponent) - 1, Math.ScaleB(plus, exponent) + 1));
        });
    }

    [Theory]
    [InlineData(2, 0.05)]
    [InlineData(7, 0.12)]
    [InlineData(63, 0.45)]
    public void Longer_epochs_have_the_same_window_but_for_draws_that_their_timesteps_share(int epoch, double bias)
    {
        Plasticity plasticity = LearningPresets.PairStdp.Create() with { EpochTimesteps = epoch };
        int[] differences = [.. Enumerable.Range(-60, 121)];
        int[][] changes = new SpikeExperiment(plasticity, [.. differences.Select(d => new SpikeTrial([61], [61 + d], []))], Repetitions).Run();
        double error = StandardErrors * 2 * RoundingDeviation(-4, 20) / Math.Sqrt(Repetitions);
        Assert.All(differences.Zip(changes), point =>
        {
            double before = point.First >= 0 ? 64 * Math.Exp(-point.First / 20.0) : 0;
            double after = point.First <= 0 ? 67 * Math.Exp(point.First / 20.0) : 0;
            Assert.InRange(point.Second.Average() - Math.ScaleB(before - after, -4), -bias - error, bias + error);
        });
    }

    [Fact]
    public void Spikes_of_one_timestep_count_for_both_sides()
    {
        Plasticity plasticity = new()
        {
            Rule = LearningRule.Parse("dw = y0*x1 - 2^1*x0*y1"),
            X1 = new TraceParameters(40, 20),
            Y1 = new TraceParameters(15, 20),
        };
        Assert.All(new SpikeExperiment(plasticity, [new SpikeTrial([5], [5], [])], 8).Run()[0], change => Assert.Equal(40 - 30, change));
    }

    [Theory]
    [InlineData(40)]
    [InlineData(128)]
    [InlineData(230)]
    public void Soft_bounds_make_steps_shrink(int weight)
    {
        Plasticity plasticity = LearningPresets.MultiplicativeStdp.Create(new Dictionary<string, double> { ["tauPlus"] = 1e6, ["tauMinus"] = 1e6, ["exponent"] = -7 });
        SpikeTrial[] trials = [new([5], [6], []), new([6], [5], [])];
        int[][] changes = new SpikeExperiment(plasticity, trials, Repetitions) { InitialWeight = weight }.Run();

        // The trace may have lost 1; a product of w rounds down by less than one 2^-7.
        AssertMean(Math.ScaleB(64 * (256 - weight), -12), changes[0], 0.6, "growth");
        AssertMean(Math.ScaleB(-67 * weight, -12), changes[1], 0.6, "decline");
    }

    [Theory]
    [InlineData(10, 5, 30)]
    [InlineData(40, 2, 15)]
    public void Triplets_follow_the_minimal_model(int first, int source, int second)
    {
        // Target, source, target: only the pair of the source with the second target spike grows, by what is left of the first.
        Plasticity plasticity = LearningPresets.TripletStdp.Create();
        int[] changes = new SpikeExperiment(plasticity, [new SpikeTrial([first + source], [first, first + source + second], [])], Repetitions).Run()[0];
        double growth = Math.ScaleB(64 * Math.Exp(-second / 16.8) * 32 * Math.Exp(-(source + second) / 114.0), -5 - 3);
        double decline = Math.ScaleB(64 * Math.Exp(-source / 33.7), -5);
        double mean = changes.Average();
        AssertMean(growth - decline, changes, Math.Sqrt(changes.Average(change => (change - mean) * (change - mean))), "triplet");
    }

    [Theory]
    [InlineData("all")]
    [InlineData("nearest")]
    public void Single_pairs_agree_with_Brian2(string pairing)
    {
        JsonElement golden = BrianStdp.Case(pairing);
        Plasticity plasticity = BrianStdp.Plasticity(golden);
        (SpikeTrial Trial, double Change, int Difference)[] window = BrianStdp.Window(golden);
        int[][] changes = new SpikeExperiment(plasticity, [.. window.Select(point => point.Trial)], Repetitions).Run();
        Assert.All(window.Zip(changes), point => AssertMean(
            point.First.Change, point.Second,
            point.First.Difference > 0 ? RoundingDeviation(pairing == "all" ? -2 : -5, plasticity.X1.TimeConstant) : RoundingDeviation(pairing == "all" ? -2 : -6, plasticity.Y1.TimeConstant),
            $"difference {point.First.Difference}"));
    }

    [Theory]
    [InlineData("all")]
    [InlineData("nearest")]
    public void Random_spike_trains_agree_with_Brian2(string pairing)
    {
        JsonElement golden = BrianStdp.Case(pairing);
        (SpikeTrial Trial, double Change)[] trains = BrianStdp.Trains(golden);
        int[][] changes = new SpikeExperiment(BrianStdp.Plasticity(golden), [.. trains.Select(train => train.Trial)], Repetitions).Run();
        Assert.All(trains.Zip(changes), train =>
        {
            double mean = train.Second.Average();
            AssertMean(train.First.Change, train.Second, Math.Sqrt(train.Second.Average(change => (change - mean) * (change - mean))), "train");
        });
    }

    [Fact]
    public void The_two_pairings_differ()
    {
        JsonElement all = BrianStdp.Case("all");
        (SpikeTrial Trial, double Change)[] trains = BrianStdp.Trains(all);
        Plasticity nearest = BrianStdp.Plasticity(BrianStdp.Case("nearest"));
        int[][] changes = new SpikeExperiment(nearest, [.. trains.Select(train => train.Trial)], Repetitions).Run();
        Assert.Contains(trains.Zip(changes), train => Math.Abs(train.First.Change - train.Second.Average()) > 5);
    }

    [Fact]
    public async Task Brian2_still_computes_the_golden_values()
    {
        string? python = await FindPythonAsync();
        Assert.SkipWhen(python is null, "no Python with Brian2: 'python3 -c \"import brian2\"' fails (Debian package python3-brian)");
        (int exitCode, string output) = await RunAsync(python, "-W", "ignore", Path.Combine(BrianStdp.Folder, "brian2_stdp.py"));
        Assert.Equal(0, exitCode);
        double[] computed = [.. Changes(JsonDocument.Parse(output).RootElement)];
        double[] golden = [.. Changes(BrianStdp.Golden)];
        Assert.Equal(golden.Length, computed.Length);
        Assert.All(golden.Zip(computed), pair => Assert.Equal(pair.First, pair.Second, 1e-9));
    }

    /// <summary>
    /// Bound of the standard deviation of one change: every decay rounds at random with a variance of at most 1/4, which decays itself, and
    /// the weight does so once more.
    /// </summary>
    private static double RoundingDeviation(int exponent, double tau) =>
        Math.Sqrt((Math.ScaleB(0.25, 2 * exponent) / (1 - Math.Exp(-2 / tau))) + 0.25);

    private static void AssertMean(double expected, int[] changes, double deviation, string what)
    {
        double bound = StandardErrors * deviation / Math.Sqrt(changes.Length);
        double mean = changes.Average();
        Assert.True(Math.Abs(mean - expected) <= bound, $"{what}: {mean}, expected {expected} ± {bound}");
    }

    private static IEnumerable<double> Changes(JsonElement document) =>
        from item in document.GetProperty("cases").EnumerateArray()
        from part in (string[])["window", "trains"]
        from point in item.GetProperty(part).EnumerateArray()
        select point.GetProperty("change").GetDouble();

    private static async Task<string?> FindPythonAsync()
    {
        foreach (string python in (string[])["python3", "/usr/bin/python3"])
        {
            try
            {
                if ((await RunAsync(python, "-c", "import brian2")).ExitCode == 0)
                {
                    return python;
                }
            }
            catch (System.ComponentModel.Win32Exception)
            {
                // There is no such program.
            }
        }

        return null;
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(string program, params string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await error;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output);
    }
}
