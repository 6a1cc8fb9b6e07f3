using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Fit;

/// <summary>A changed request, to be tried.</summary>
/// <param name="Change">What was changed.</param>
/// <param name="Network">The network to try.</param>
/// <param name="Chip">The chip to try.</param>
/// <param name="Options">The choices to try.</param>
internal sealed record RemedyTrial(string Change, Network Network, ChipSpec.Spec.ChipSpec Chip, CompilerOptions Options);
