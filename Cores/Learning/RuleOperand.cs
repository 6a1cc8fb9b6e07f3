using Ganglion.ChipSpec.Learning;

namespace Ganglion.Cores.Learning;

/// <summary>A factor and the gate of its product, which says at which moment of the epoch traces are read.</summary>
/// <param name="Factor">The factor.</param>
/// <param name="Gate">The gate.</param>
internal readonly record struct RuleOperand(RuleFactor Factor, RuleGate Gate)
{
    /// <summary>The operand's value from that of its variable, clipped to the width of the variable.</summary>
    /// <param name="variable">Value of the variable.</param>
    public int Of(int variable)
    {
        int bits = Factor.Variable switch
        {
            RuleVariable.X0 or RuleVariable.Y0 => 1,
            RuleVariable.Weight or RuleVariable.Delay or RuleVariable.Tag => 9,
            _ => 7,
        };
        int sum = variable + Factor.Constant;
        return Factor.IsSign ? Math.Sign(sum) : Math.Clamp(sum, -(1 << bits), (1 << bits) - 1);
    }
}
