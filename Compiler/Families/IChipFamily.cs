using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Families;

/// <summary>How networks are lowered to the chips of one arithmetic family: the list of passes and their order.</summary>
internal interface IChipFamily
{
    /// <summary>Name of the family in chip specifications.</summary>
    string Name { get; }

    /// <summary>Maps a network onto a chip of this family.</summary>
    /// <param name="network">The network.</param>
    /// <param name="chip">The chip.</param>
    /// <param name="options">Choices of the user.</param>
    CompilationResult Compile(Network network, ChipSpec.Spec.ChipSpec chip, CompilerOptions options);
}
