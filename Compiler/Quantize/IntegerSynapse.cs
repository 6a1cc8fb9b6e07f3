namespace Ganglion.Compiler.Quantize;

/// <summary>A synapse in the integers of the chip.</summary>
/// <param name="Target">Neuron of the target population.</param>
/// <param name="Contribution">What one spike adds to the accumulator, in weight units; of plastic synapses the mantissa, without its exponent.</param>
/// <param name="Delay">Delay on the chip, 0 for an effect in the timestep after the spike.</param>
internal readonly record struct IntegerSynapse(int Target, short Contribution, ushort Delay);
