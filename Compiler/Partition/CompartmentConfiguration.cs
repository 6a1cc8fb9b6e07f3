using Ganglion.Compiler.Check;
using Ganglion.Compiler.Quantize;

namespace Ganglion.Compiler.Partition;

/// <summary>The settings of a compartment that chips keep in a small table; bias and threshold are apart.</summary>
internal readonly record struct CompartmentConfiguration(
    int CurrentDecay, int PotentialDecay, int Refractory, int MinimumPotential, int MaximumPotential)
{
    /// <summary>The configuration of one neuron; nothing is public of such tables for other models, so all of theirs are equal.</summary>
    public static CompartmentConfiguration Of(CompartmentRegisters registers, int neuron) => registers is not LifRegisters lif
        ? default
        : new(
            lif.CurrentDecay.At(neuron),
            lif.PotentialDecay.At(neuron),
            lif.Refractory.At(neuron),
            lif.MinimumPotential.At(neuron),
            lif.MaximumPotential.At(neuron));
}
