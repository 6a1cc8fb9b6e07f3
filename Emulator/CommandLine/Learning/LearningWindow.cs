using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Learning;
using Ganglion.Compiler.Networks;

namespace Ganglion.CommandLine.Learning;

/// <summary>Measures how a preset changes a weight, against the time between two spikes.</summary>
internal static class LearningWindow
{
    /// <summary>Largest time difference, in timesteps.</summary>
    public const int Reach = 60;

    /// <summary>Synapses that are averaged for a point.</summary>
    public const int Repetitions = 64;

    private const int Strength = 127;
    private const int RewardDelay = 10;

    // Longer than twice the reach, so that a pair meets the one before only in slow traces.
    private const int PairInterval = 125;
    private const int Pairs = 5;

    /// <summary>Measures it.</summary>
    /// <param name="preset">The preset.</param>
    /// <param name="plasticity">What it stands for.</param>
    public static IReadOnlyList<WindowCurve> Measure(LearningPreset preset, Plasticity plasticity)
    {
        bool pairs = plasticity.Rule.Uses(RuleVariable.Y0) || plasticity.Rule.Uses(RuleVariable.Y1);
        if (!pairs)
        {
            return
            [
                .. preset.ThirdFactors.Select((driven, i) => Curve(
                    plasticity, i == 0 ? "positive error" : "negative error", difference => Error(preset.ThirdFactors, driven, difference), SignMode.Mixed)),
            ];
        }

        if (preset.ThirdFactors.Count > 0)
        {
            int trace = preset.ThirdFactors[0];
            return
            [
                Curve(plasticity, $"a reward of {Strength}, {RewardDelay} timesteps after the pair", difference => Pair(difference, Reward(trace, difference, Strength))),
                Curve(plasticity, "no reward", difference => Pair(difference, Reward(trace, difference, 0))),
            ];
        }

        WindowCurve single = Curve(plasticity, "one pair", difference => Pair(difference, []));
        return plasticity.Rule.Uses(RuleVariable.Y2)
            ? [single, Curve(plasticity, $"{Pairs} pairs, one every {PairInterval} timesteps", Series)]
            : [single];
    }

    /// <summary>Whether differences are those of an error and a source spike, instead of a target and a source spike.</summary>
    /// <param name="window">A window.</param>
    public static bool IsOfErrors(IReadOnlyList<WindowCurve> window) => window.Any(curve => curve.Label.EndsWith("error", StringComparison.Ordinal));

    private static WindowCurve Curve(Plasticity plasticity, string label, Func<int, SpikeTrial> trial, SignMode sign = SignMode.Excitatory)
    {
        int[] differences = [.. Enumerable.Range(-Reach, (2 * Reach) + 1)];
        int[][] changes = new SpikeExperiment(plasticity, [.. differences.Select(trial)], Repetitions) { Sign = sign }.Run();
        return new WindowCurve(label, [.. differences.Zip(changes, Point)]);
    }

    private static WindowPoint Point(int difference, int[] changes)
    {
        double mean = changes.Average();
        return new WindowPoint(difference, mean, Math.Sqrt(changes.Average(change => (change - mean) * (change - mean))));
    }

    private static SpikeTrial Pair(int difference, FactorPulse[] pulses) => new([Reach + 1], [Reach + 1 + difference], pulses);

    private static SpikeTrial Series(int difference)
    {
        int[] source = [.. Enumerable.Range(0, Pairs).Select(i => Reach + 1 + (i * PairInterval))];
        return new SpikeTrial(source, [.. source.Select(timestep => timestep + difference)], []);
    }

    private static SpikeTrial Error(IReadOnlyList<int> traces, int driven, int difference) =>
        new([Reach + 1], [], [.. traces.Select(trace => new FactorPulse(trace, Reach + 1 + difference, trace == driven ? Strength : 0))]);

    private static FactorPulse[] Reward(int trace, int difference, int amount) => [new FactorPulse(trace, Reach + 1 + Math.Max(0, difference) + RewardDelay, amount)];
}
