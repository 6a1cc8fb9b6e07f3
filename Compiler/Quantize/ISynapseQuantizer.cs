using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Quantize;

/// <summary>Turns the synapses of one projection into integers of the chip.</summary>
internal interface ISynapseQuantizer
{
    /// <summary>Quantizes one synapse.</summary>
    /// <param name="synapse">The synapse of the network.</param>
    /// <param name="isClipped">Whether its weight exceeds what the format holds.</param>
    IntegerSynapse Quantize(in Synapse synapse, out bool isClipped);

    /// <summary>Mantissa units per unit of weight onto a target neuron.</summary>
    double Factor(int target);
}
