using Ganglion.Compiler.Check;
using Ganglion.Compiler.Fit;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Families;

/// <summary>How networks are lowered to the chips of one arithmetic family: the list of passes and their order.</summary>
internal interface IChipFamily
{
    /// <summary>Name of the family in chip specifications.</summary>
    string Name { get; }

    /// <summary>What the family demands of neurons and weights.</summary>
    IFamilyCheck Check { get; }

    /// <summary>Whether synapses that share source, target and delay are one, and none when their weights sum to 0.</summary>
    bool MergesSynapses => false;

    /// <summary>Counts what a network needs at least, without mapping it.</summary>
    /// <param name="counts">The synapses of the network.</param>
    /// <param name="chip">The chip.</param>
    /// <param name="options">Choices of the user.</param>
    /// <param name="demands">Receives the demands.</param>
    void Measure(NetworkCounts counts, ChipSpec.Spec.ChipSpec chip, CompilerOptions options, DemandList demands);

    /// <summary>Maps a network onto a chip of this family.</summary>
    /// <param name="network">The network.</param>
    /// <param name="chip">The chip.</param>
    /// <param name="options">Choices of the user.</param>
    CompilationResult Compile(Network network, ChipSpec.Spec.ChipSpec chip, CompilerOptions options);
}
