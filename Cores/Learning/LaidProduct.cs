using Ganglion.ChipSpec.Learning;

namespace Ganglion.Cores.Learning;

/// <summary>A product: (mantissa · operands) » right « left.</summary>
/// <param name="Gate">When it acts.</param>
/// <param name="Mantissa">Mantissa.</param>
/// <param name="Right">Shift that brings the product to 15 bits.</param>
/// <param name="Left">Exponent, with the fraction bits of the accumulator.</param>
/// <param name="Operands">Indices of the operands.</param>
/// <param name="Factors">The factors that the operands stand for.</param>
internal sealed record LaidProduct(RuleGate Gate, int Mantissa, int Right, int Left, int[] Operands, RuleFactor[] Factors)
{
    /// <summary>Factors that belong to the source neuron.</summary>
    public RuleFactor[] OfSource { get; } = [.. Factors.Where(factor => factor.Variable < RuleVariable.Y0)];

    /// <summary>Factors that belong to the target neuron.</summary>
    public RuleFactor[] OfTarget { get; } = [.. Factors.Where(factor => factor.Variable is >= RuleVariable.Y0 and < RuleVariable.Weight)];

    /// <summary>Factors that differ along a row: those of targets and synapses.</summary>
    public VaryingFactor[] VaryingInRow { get; } = [.. Factors.Where(factor => factor.Variable >= RuleVariable.Y0).Select(factor => new VaryingFactor(factor))];

    /// <summary>Factors that differ along a column: those of sources and synapses.</summary>
    public VaryingFactor[] VaryingInColumn { get; } =
        [.. Factors.Where(factor => factor.Variable is < RuleVariable.Y0 or >= RuleVariable.Weight).Select(factor => new VaryingFactor(factor))];
}
