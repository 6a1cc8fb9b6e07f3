using Ganglion.ChipSpec.Learning;

namespace Ganglion.Cores.Learning;

/// <summary>A learning rule, laid out for evaluation: the distinct operands, and the products of each variable that is learned.</summary>
internal sealed class RuleProgram
{
    /// <summary>Bits of a product that reach the accumulator.</summary>
    private const int ProductBits = 15;

    /// <summary>Lays a rule out.</summary>
    /// <param name="rule">The rule.</param>
    public RuleProgram(LearningRule rule)
    {
        List<RuleOperand> operands = [];
        Sections =
        [
            .. rule.Products.GroupBy(product => product.Target)
                .Select(section => new RuleSection(section.Key, [.. section.Select(product => Lay(product, operands))])),
        ];
        Operands = [.. operands];
        HasSourceGate = rule.Products.Any(product => product.Gate == RuleGate.SourceSpike);
        HasTargetGate = rule.Products.Any(product => product.Gate == RuleGate.TargetSpike);
        HasEpochGate = rule.Products.Any(product => product.Gate == RuleGate.Epoch);
        EpochMask = (1L << rule.Products.Max(product => product.EpochPower)) - 1;
        Variables = [.. Enum.GetValues<RuleTarget>().Where(target => rule.Uses(VariableOf(target)))];
    }

    /// <summary>The distinct operands of all products.</summary>
    public RuleOperand[] Operands { get; }

    /// <summary>Products by the variable that they change.</summary>
    public RuleSection[] Sections { get; }

    /// <summary>Whether source spikes cause learning.</summary>
    public bool HasSourceGate { get; }

    /// <summary>Whether target spikes cause learning.</summary>
    public bool HasTargetGate { get; }

    /// <summary>Whether epochs cause learning.</summary>
    public bool HasEpochGate { get; }

    /// <summary>Bits of the epoch's number that are 0 when the gate u opens.</summary>
    public long EpochMask { get; }

    /// <summary>Variables of a synapse that the rule reads or changes.</summary>
    public RuleTarget[] Variables { get; }

    private static RuleVariable VariableOf(RuleTarget target) => target switch
    {
        RuleTarget.Weight => RuleVariable.Weight,
        RuleTarget.Delay => RuleVariable.Delay,
        _ => RuleVariable.Tag,
    };

    private static LaidProduct Lay(RuleProduct product, List<RuleOperand> operands)
    {
        int[] indices = new int[product.Factors.Count];
        for (int i = 0; i < indices.Length; i++)
        {
            RuleOperand operand = new(product.Factors[i], product.Gate);
            indices[i] = operands.IndexOf(operand);
            if (indices[i] < 0)
            {
                indices[i] = operands.Count;
                operands.Add(operand);
            }
        }

        return new LaidProduct(
            product.Gate, product.Mantissa, Math.Max(0, product.Width - ProductBits), product.Exponent + RuleArithmetic.FractionBits, indices, [.. product.Factors]);
    }
}
