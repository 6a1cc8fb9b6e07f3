using Ganglion.ChipSpec.Spec;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Quantize;

namespace Ganglion.Compiler.Families.Odin;

/// <summary>Weights as integers with the sign of their source.</summary>
/// <param name="allowed">Integers that a weight can be.</param>
/// <param name="factors">Units of potential per unit of weight, one per target neuron or one for all.</param>
internal sealed class OdinSynapseQuantizer(IntegerRange allowed, double[] factors) : ISynapseQuantizer
{
    /// <inheritdoc/>
    public IntegerSynapse Quantize(in Synapse synapse, out bool isClipped)
    {
        double unlimited = Math.Round(synapse.Weight * Factor(synapse.Target));
        isClipped = unlimited < allowed.Min || unlimited > allowed.Max;
        return new IntegerSynapse(synapse.Target, (short)Math.Clamp(unlimited, allowed.Min, allowed.Max), Delay: 0);
    }

    /// <inheritdoc/>
    public double Factor(int target) => factors[factors.Length == 1 ? 0 : target];
}
