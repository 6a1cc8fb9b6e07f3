namespace Ganglion.Cores.Learning;

/// <summary>A product that acts in the row or column that is visited.</summary>
/// <param name="Scale">Mantissa times the factors of the neuron that the row or column belongs to.</param>
/// <param name="Right">Shift that brings the product to 15 bits.</param>
/// <param name="Left">Exponent, with the fraction bits of the accumulator.</param>
/// <param name="NeedsTargetSpike">Whether only synapses count whose target has fired.</param>
/// <param name="Factors">Factors that differ from synapse to synapse.</param>
internal readonly record struct ActiveProduct(int Scale, int Right, int Left, bool NeedsTargetSpike, VaryingFactor[] Factors);
