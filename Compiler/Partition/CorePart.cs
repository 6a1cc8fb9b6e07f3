using Ganglion.ChipSpec.Identifiers;
using Ganglion.Compiler.Quantize;

namespace Ganglion.Compiler.Partition;

/// <summary>The neurons of one core.</summary>
/// <param name="PinnedCore">Core that the user chose; <see langword="null"/> where the compiler may.</param>
/// <param name="Runs">The neurons, in the order of their compartments.</param>
internal sealed record CorePart(CoreId? PinnedCore, IReadOnlyList<NeuronRun> Runs)
{
    /// <summary>Number of neurons, which is that of compartments.</summary>
    public int Compartments => Runs.Sum(r => r.Count);

    /// <summary>Registers of its first population; all populations of a core follow one neuron model.</summary>
    public CompartmentRegisters Registers(IntegerNetwork network) => network.Registers[Runs[0].Population]!;
}
