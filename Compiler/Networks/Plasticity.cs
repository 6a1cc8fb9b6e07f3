using Ganglion.ChipSpec.Learning;

namespace Ganglion.Compiler.Networks;

/// <summary>How the synapses of a projection learn.</summary>
/// <remarks>Semantics: docs/learning.md.</remarks>
public sealed record Plasticity
{
    /// <summary>The learning rule.</summary>
    public required LearningRule Rule { get; init; }

    /// <summary>Timesteps of a learning epoch, at whose end the rule is applied; 1 to 63.</summary>
    public int EpochTimesteps { get; init; } = 1;

    /// <summary>First trace of the source neurons, x1.</summary>
    public TraceParameters X1 { get; init; } = new();

    /// <summary>Second trace of the source neurons, x2.</summary>
    public TraceParameters X2 { get; init; } = new();

    /// <summary>First trace of the target neurons, y1.</summary>
    public TraceParameters Y1 { get; init; } = new();

    /// <summary>Second trace of the target neurons, y2.</summary>
    public TraceParameters Y2 { get; init; } = new();

    /// <summary>Third trace of the target neurons, y3.</summary>
    public TraceParameters Y3 { get; init; } = new();

    /// <summary>What the payload of graded spikes does to x1.</summary>
    public GradedTrace Graded { get; init; }

    /// <summary>Tag of every synapse at the beginning, −256 to 255.</summary>
    public int Tag { get; init; }

    /// <summary>
    /// Largest magnitude that weights in physical units shall be able to learn, at least; the compiler gives it most of the 8 bits of a
    /// weight. <see langword="null"/> takes the largest initial weight. Integer weights always have all 8 bits.
    /// </summary>
    public double? MaximumWeight { get; init; }

    /// <summary>The traces x1, x2, y1, y2, y3.</summary>
    public IReadOnlyList<TraceParameters> Traces => [X1, X2, Y1, Y2, Y3];
}
