using Ganglion.ChipSpec.Learning;

namespace Ganglion.Cores.Learning;

/// <summary>A factor and the gate of its product, which says at which moment of the epoch traces are read.</summary>
/// <param name="Factor">The factor.</param>
/// <param name="Gate">The gate.</param>
internal readonly record struct RuleOperand(RuleFactor Factor, RuleGate Gate);
