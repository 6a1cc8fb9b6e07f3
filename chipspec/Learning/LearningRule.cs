using System.Text;
using Ganglion.ChipSpec.Diagnostics;

namespace Ganglion.ChipSpec.Learning;

/// <summary>A learning rule as a sum of products, e.g. <c>dw = 2^-2*y0*x1 - 2^-2*x0*y1</c>.</summary>
/// <remarks>Form: Davies et al. 2018, IEEE Micro 38(1), p. 91: z := z + Σ S·Π(V + C). The language is described in docs/learning.md.</remarks>
public sealed record LearningRule
{
    /// <summary>Terms in the order of the text; at least one.</summary>
    public required IReadOnlyList<RuleProduct> Products { get; init; }

    /// <summary>Reads a rule.</summary>
    /// <param name="text">Statements such as <c>dw = …</c>, separated by semicolons or line feeds; at most 4,096 characters.</param>
    /// <param name="location">
    /// Where the text stands; positions within it are added to line and column, or to the path where there is no line.
    /// <see langword="null"/> for text from code.
    /// </param>
    /// <exception cref="InvalidInputException">It is not a rule; with the position of everything that is wrong.</exception>
    public static LearningRule Parse(string text, SourceLocation? location = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new RuleParser(text, location ?? new SourceLocation(Path: "learning rule")).Parse();
    }

    /// <summary>Whether the rule reads or writes a variable.</summary>
    /// <param name="variable">The variable.</param>
    public bool Uses(RuleVariable variable) =>
        Products.Any(product => product.Factors.Any(factor => factor.Variable == variable)
            || (variable == RuleVariable.X0 && product.Gate == RuleGate.SourceSpike)
            || (variable == RuleVariable.Y0 && product.Gate == RuleGate.TargetSpike)
            || (variable == RuleVariable.Weight && product.Target == RuleTarget.Weight)
            || (variable == RuleVariable.Delay && product.Target == RuleTarget.Delay)
            || (variable == RuleVariable.Tag && product.Target == RuleTarget.Tag));

    /// <inheritdoc/>
    public bool Equals(LearningRule? other) => other is not null && Products.SequenceEqual(other.Products);

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>Canonical text; <see cref="Parse"/> reads the same rule from it.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        RuleTarget? target = null;
        foreach (RuleProduct product in Products)
        {
            if (product.Target != target)
            {
                text.Append(target is null ? "" : "; ").Append(RuleWords.Of(product.Target)).Append(" =").Append(product.Mantissa < 0 ? " -" : " ");
                target = product.Target;
            }
            else
            {
                text.Append(product.Mantissa < 0 ? " - " : " + ");
            }

            text.Append(product.Magnitude());
        }

        return text.ToString();
    }
}
