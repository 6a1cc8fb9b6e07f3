using Ganglion.ChipSpec.Spec;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Quantize;

namespace Ganglion.Compiler.Families.Xylo;

/// <summary>Weights as 8-bit integers, shifted to the left by the shift of their group.</summary>
/// <param name="weights">Values that a weight can take.</param>
/// <param name="shift">Shift of the group, in bits.</param>
/// <param name="factors">Weight units per unit of weight, one per target neuron or one for all; 1 for weights given as integers.</param>
internal sealed class XyloSynapseQuantizer(IntegerRange weights, int shift, double[] factors) : ISynapseQuantizer
{
    /// <inheritdoc/>
    public IntegerSynapse Quantize(in Synapse synapse, out bool isClipped)
    {
        double exact = Math.Round(synapse.Weight * Factor(synapse.Target));
        isClipped = exact < weights.Min || exact > weights.Max;
        int weight = (int)Math.Clamp(exact, weights.Min, weights.Max);
        return new IntegerSynapse(synapse.Target, unchecked((short)(weight << shift)), 0);
    }

    /// <inheritdoc/>
    public double Factor(int target) => factors[factors.Length == 1 ? 0 : target];
}
