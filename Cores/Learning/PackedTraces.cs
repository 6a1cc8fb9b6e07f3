using Ganglion.ChipSpec.Learning;

namespace Ganglion.Cores.Learning;

/// <summary>All traces of a neuron in one word, 7 bits each from the lowest; the sign says whether it fired.</summary>
internal static class PackedTraces
{
    /// <summary>Bits of a trace.</summary>
    public const int Bits = 7;

    /// <summary>Mask of a trace, which is also its largest value.</summary>
    public const int Mask = (1 << Bits) - 1;

    /// <summary>Marks a neuron that fired.</summary>
    public const int Fired = int.MinValue;

    /// <summary>A factor's value for one neuron.</summary>
    /// <param name="packed">The neuron's traces.</param>
    /// <param name="factor">A factor of that side of the synapse.</param>
    public static int Of(int packed, RuleFactor factor) => Of(factor, factor.Variable switch
    {
        RuleVariable.X1 or RuleVariable.Y1 => packed & Mask,
        RuleVariable.X2 or RuleVariable.Y2 => (packed >> Bits) & Mask,
        RuleVariable.Y3 => (packed >> (2 * Bits)) & Mask,
        _ => packed < 0 ? 1 : 0,
    });

    /// <summary>A factor's value from that of its variable, clipped to the width of the variable.</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="variable">Value of the variable.</param>
    public static int Of(RuleFactor factor, int variable)
    {
        int limit = 1 << WidthOf(factor.Variable);
        int sum = variable + factor.Constant;
        return factor.IsSign ? Math.Sign(sum) : Math.Clamp(sum, -limit, limit - 1);
    }

    /// <summary>Bits of a variable, without sign.</summary>
    public static int WidthOf(RuleVariable variable) => variable switch
    {
        RuleVariable.X0 or RuleVariable.Y0 => 1,
        RuleVariable.Weight or RuleVariable.Delay or RuleVariable.Tag => 9,
        _ => Bits,
    };
}
