using Ganglion.Compiler.Check;
using Ganglion.Compiler.Quantize;

namespace Ganglion.Compiler.Partition;

/// <summary>The settings of a compartment that chips keep in a small table; bias and threshold are apart.</summary>
internal readonly record struct CompartmentConfiguration(
    int CurrentDecay, int PotentialDecay, int Refractory, int MinimumPotential, int MaximumPotential)
{
    /// <summary>The configuration of one neuron.</summary>
    public static CompartmentConfiguration Of(CompartmentRegisters registers, int neuron) => new(
        registers.CurrentDecay.At(neuron),
        registers.PotentialDecay.At(neuron),
        registers.Refractory.At(neuron),
        registers.MinimumPotential.At(neuron),
        registers.MaximumPotential.At(neuron));
}
