using Ganglion.ChipSpec.Learning;

namespace Ganglion.Compiler.Networks;

/// <summary>What a learning rule makes a chip keep and do.</summary>
public sealed record LearningCost
{
    /// <summary>Axons in that a source neuron takes on every core where its synapses learn: the second finds its traces.</summary>
    public const int AxonsPerSource = 2;

    private const int WeightBits = 8;

    // A tag has 8 bits and a sign, a delay variable 8 bits (lava at b6822fb, learning/constants.py).
    private const int TagBits = 9;
    private const int DelayVariableBits = 8;

    private LearningCost(LearningRule rule)
    {
        SourceTraces = [.. Used(rule, RuleVariable.X1, RuleVariable.X2)];
        TargetTraces = [.. Used(rule, RuleVariable.Y1, RuleVariable.Y2, RuleVariable.Y3)];
        KeepsTag = rule.Uses(RuleVariable.Tag);
        KeepsDelay = rule.Uses(RuleVariable.Delay);
        EpochsBetweenVisits = rule.Products.Where(product => product.Gate == RuleGate.Epoch).Select(product => (int?)(1 << product.EpochPower)).FirstOrDefault();
    }

    /// <summary>Traces of source neurons that the rule reads.</summary>
    public IReadOnlyList<RuleVariable> SourceTraces { get; }

    /// <summary>Traces of target neurons that the rule reads.</summary>
    public IReadOnlyList<RuleVariable> TargetTraces { get; }

    /// <summary>Whether synapses keep a tag.</summary>
    public bool KeepsTag { get; }

    /// <summary>Whether synapses keep a delay variable.</summary>
    public bool KeepsDelay { get; }

    /// <summary>Bits of synapse memory that a synapse takes for learning, beside its weight.</summary>
    public int AddedBits => (KeepsTag ? TagBits : 0) + (KeepsDelay ? DelayVariableBits : 0);

    /// <summary>Bits of synapse memory for what a synapse keeps: the weight, and <see cref="AddedBits"/>.</summary>
    public int VariableBits => WeightBits + AddedBits;

    /// <summary>Epochs after which every synapse is visited; <see langword="null"/> when only spikes cause visits.</summary>
    public int? EpochsBetweenVisits { get; }

    /// <summary>The cost of a rule.</summary>
    /// <param name="rule">The rule.</param>
    public static LearningCost Of(LearningRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return new LearningCost(rule);
    }

    private static IEnumerable<RuleVariable> Used(LearningRule rule, params RuleVariable[] traces) => traces.Where(rule.Uses);
}
