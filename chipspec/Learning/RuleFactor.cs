using System.Globalization;

namespace Ganglion.ChipSpec.Learning;

/// <summary>A factor of a product: a variable, a variable plus a constant, or the sign of either.</summary>
/// <param name="Variable">The variable.</param>
/// <param name="Constant">What is added to it, −128 to 127.</param>
/// <param name="IsSign">Whether the sign of the sum is meant: −1, 0 or 1.</param>
public readonly record struct RuleFactor(RuleVariable Variable, int Constant = 0, bool IsSign = false)
{
    /// <summary>Text as it stands in a rule, e.g. <c>(y1 - 20)</c>.</summary>
    public override string ToString()
    {
        string sum = Constant == 0
            ? RuleWords.Of(Variable)
            : string.Create(CultureInfo.InvariantCulture, $"{RuleWords.Of(Variable)} {(Constant < 0 ? '-' : '+')} {Math.Abs(Constant)}");
        return IsSign ? $"sgn({sum})" : Constant == 0 ? sum : $"({sum})";
    }
}
