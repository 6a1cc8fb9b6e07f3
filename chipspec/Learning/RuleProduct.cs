using System.Globalization;
using System.Text;

namespace Ganglion.ChipSpec.Learning;

/// <summary>A term of a learning rule: mantissa · 2^exponent · gate · factors.</summary>
public sealed record RuleProduct
{
    /// <summary>Smallest and largest mantissa and exponent of a product.</summary>
    internal const int SmallestMantissa = -8, LargestMantissa = 7, SmallestExponent = -7, LargestExponent = 8;

    /// <summary>What the product changes.</summary>
    public required RuleTarget Target { get; init; }

    /// <summary>When it acts.</summary>
    public required RuleGate Gate { get; init; }

    /// <summary>The k of an <see cref="RuleGate.Epoch"/> gate, 0 to 9; 0 for the others.</summary>
    public int EpochPower { get; init; }

    /// <summary>Mantissa, −8 to 7.</summary>
    public required int Mantissa { get; init; }

    /// <summary>Exponent, −7 to 8.</summary>
    public required int Exponent { get; init; }

    /// <summary>Factors beside the gate, in the order of the text.</summary>
    public required IReadOnlyList<RuleFactor> Factors { get; init; }

    /// <summary>Bits that the product of all factors can take, the 4 of the mantissa included.</summary>
    public int Width => 4 + Factors.Sum(factor => RuleWords.Bits(factor.Variable));

    /// <inheritdoc/>
    public bool Equals(RuleProduct? other) =>
        other is not null
        && (Target, Gate, EpochPower, Mantissa, Exponent) == (other.Target, other.Gate, other.EpochPower, other.Mantissa, other.Exponent)
        && Factors.SequenceEqual(other.Factors);

    /// <inheritdoc/>
    public override int GetHashCode() => (((Mantissa * 31) + Exponent) * 31) + Factors.Count;

    /// <summary>Text without its sign, e.g. <c>3*2^-4*y0*x1</c>.</summary>
    internal string Magnitude()
    {
        var text = new StringBuilder();
        int mantissa = Math.Abs(Mantissa);
        if (mantissa != 1)
        {
            text.Append(CultureInfo.InvariantCulture, $"{mantissa}*");
        }

        if (Exponent != 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"2^{Exponent}*");
        }

        text.Append(Gate switch
        {
            RuleGate.SourceSpike => "x0",
            RuleGate.TargetSpike => "y0",
            _ => string.Create(CultureInfo.InvariantCulture, $"u{EpochPower}"),
        });
        foreach (RuleFactor factor in Factors)
        {
            text.Append('*').Append(factor);
        }

        return text.ToString();
    }
}
