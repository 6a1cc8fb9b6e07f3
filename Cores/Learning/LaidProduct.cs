using Ganglion.ChipSpec.Learning;

namespace Ganglion.Cores.Learning;

/// <summary>A product: (mantissa · operands) » right « left.</summary>
/// <param name="Gate">When it acts.</param>
/// <param name="Mantissa">Mantissa.</param>
/// <param name="Right">Shift that brings the product to 15 bits.</param>
/// <param name="Left">Exponent, with the fraction bits of the accumulator.</param>
/// <param name="Operands">Indices of the operands.</param>
internal sealed record LaidProduct(RuleGate Gate, int Mantissa, int Right, int Left, int[] Operands);
