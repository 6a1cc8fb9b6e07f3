using Ganglion.ChipSpec.Diagnostics;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Import;

/// <summary>A network that was read from a file.</summary>
/// <param name="Network">The network.</param>
/// <param name="Warnings">What the user should know about how the file was understood.</param>
public sealed record NetworkImport(Network Network, IReadOnlyList<Diagnostic> Warnings);
