using System.IO.Hashing;
using Ganglion.ChipSpec.Randomness;
using Ganglion.ChipSpec.Spec;

namespace Ganglion.Compiler.Networks;

/// <summary>Every pair of neurons is connected with the same probability, independent of all other pairs.</summary>
/// <remarks>
/// A row depends on the seed and its source neuron alone, a weight and a delay on the seed and the pair, so the order in which rows
/// are made does not matter. Two projections with the same seed and sizes have the same synapses: give each its own.
/// Rows cost time for the synapses that exist, not for the pairs: gaps between targets are drawn from the geometric distribution.
/// </remarks>
public sealed record RandomConnectivity : Connectivity
{
    /// <summary>Neurons of the source population.</summary>
    public required int SourceCount { get; init; }

    /// <summary>Neurons of the target population.</summary>
    public required int TargetCount { get; init; }

    /// <summary>Probability of a synapse between a pair, 0 to 1.</summary>
    public required double Probability { get; init; }

    /// <summary>Distribution of the weights.</summary>
    public required Distribution Weight { get; init; }

    /// <summary>Distribution of the delays in timesteps; draws are rounded to the nearest whole number.</summary>
    public Distribution Delay { get; init; } = new Constant(1);

    /// <summary>Seed of all draws.</summary>
    public ulong Seed { get; init; }

    /// <summary>Whether neuron i may connect to neuron i; <see langword="false"/> makes sense within one population.</summary>
    public bool AllowSelf { get; init; } = true;

    /// <inheritdoc/>
    public override IntegerRange Delays => new(ToTimesteps(Delay.Range.Min), ToTimesteps(Delay.Range.Max));

    /// <inheritdoc/>
    public override void AppendRow(int source, List<Synapse> row)
    {
        List<int> targets = [];
        AppendTargets(source, targets);
        var weights = new CounterRandom(Seed, RandomPurpose.Weight);
        var delays = new CounterRandom(Seed, RandomPurpose.Delay);
        ulong firstPair = (ulong)source * (ulong)TargetCount;
        foreach (int target in targets)
        {
            ulong pair = firstPair + (ulong)target;
            row.Add(new Synapse(target, Weight.Draw(weights, pair), ToTimesteps(Delay.Draw(delays, pair))));
        }
    }

    internal override void AppendTargets(int source, List<int> targets)
    {
        if (Probability <= 0)
        {
            return;
        }

        var gaps = new CounterRandom(Seed, RandomPurpose.Connection);
        double perGap = 1.0 / double.LogP1(-Probability);
        double target = -1;
        for (long draw = 0; ; draw++)
        {
            target += 1 + Math.Floor(Math.Log(1.0 - gaps.DrawUnit((ulong)source, draw)) * perGap);
            if (target >= TargetCount)
            {
                return;
            }

            if (target != source || AllowSelf)
            {
                targets.Add((int)target);
            }
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<string> Validate(IReadOnlyList<int> source, IReadOnlyList<int> target)
    {
        foreach (string problem in ConnectivityChecks.Size("source", SourceCount, source).Concat(ConnectivityChecks.Size("target", TargetCount, target)))
        {
            yield return problem;
        }

        if (!(Probability is >= 0 and <= 1))
        {
            yield return $"the probability is {Probability}, not within 0..1";
        }

        if (Weight.Problem is { } weightProblem)
        {
            yield return $"of its weights, {weightProblem}";
        }

        if (Delay.Problem is { } delayProblem)
        {
            yield return $"of its delays, {delayProblem}";
        }
        else if (!(Delay.Range.Min >= 0 && Delay.Range.Max <= MaximumDelay))
        {
            yield return $"its delays reach from {Delay.Range.Min} to {Delay.Range.Max} timesteps, not within 0..{MaximumDelay}; clip a normal distribution with a smallest and a largest value";
        }
    }

    /// <inheritdoc/>
    public override double EstimateSynapses(IReadOnlyList<int> source, IReadOnlyList<int> target) => source.Volume() * target.Volume() * Probability;

    /// <inheritdoc/>
    public override void AddTo(XxHash128 hash)
    {
        hash.Add(nameof(RandomConnectivity));
        hash.Add((long)SourceCount);
        hash.Add((long)TargetCount);
        hash.Add(Probability);
        Weight.AddTo(hash);
        Delay.AddTo(hash);
        hash.Add(unchecked((long)Seed));
        hash.Add(AllowSelf ? 1L : 0L);
    }

    private static int ToTimesteps(double delay) => (int)Math.Round(delay);
}
