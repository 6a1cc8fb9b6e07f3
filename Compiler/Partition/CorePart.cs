using Ganglion.ChipSpec.Identifiers;

namespace Ganglion.Compiler.Partition;

/// <summary>The neurons of one core.</summary>
/// <param name="PinnedCore">Core that the user chose; <see langword="null"/> where the compiler may.</param>
/// <param name="Runs">The neurons, in the order of their compartments.</param>
internal sealed record CorePart(CoreId? PinnedCore, IReadOnlyList<NeuronRun> Runs)
{
    /// <summary>Number of neurons, which is that of compartments.</summary>
    public int Compartments => Runs.Sum(r => r.Count);
}
