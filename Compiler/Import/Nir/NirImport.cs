using Ganglion.ChipSpec.Diagnostics;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Import.Nir;

/// <summary>A network that was read from a NIR file.</summary>
/// <param name="Network">The network. Input nodes are external sources under their own names; nodes of subgraphs have dotted names.</param>
/// <param name="Warnings">What the user should know about how the file was understood.</param>
public sealed record NirImport(Network Network, IReadOnlyList<Diagnostic> Warnings);
