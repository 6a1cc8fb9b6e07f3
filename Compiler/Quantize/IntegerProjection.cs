using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Quantize;

/// <summary>A projection whose synapses are integers of the chip.</summary>
/// <param name="description">The projection of the network.</param>
/// <param name="source">Index of the source population.</param>
/// <param name="target">Index of the target population.</param>
/// <param name="format">Format of its weights.</param>
/// <param name="rowStarts">First synapse of every source neuron, and the number of synapses at the end.</param>
/// <param name="synapses">Synapses, ascending by source, then by target.</param>
internal sealed class IntegerProjection(
    Projection description, int source, int target, WeightFormat format, int[] rowStarts, IntegerSynapse[] synapses)
{
    /// <summary>The projection of the network.</summary>
    public Projection Description => description;

    /// <summary>Index of the source population.</summary>
    public int Source => source;

    /// <summary>Index of the target population.</summary>
    public int Target => target;

    /// <summary>Format of the weights.</summary>
    public WeightFormat Format => format;

    /// <summary>What the synapses do.</summary>
    public ProjectionKind Kind { get; } = description.Plasticity is not null
        ? ProjectionKind.Plastic
        : description.ThirdFactor is not null ? ProjectionKind.ThirdFactor : ProjectionKind.Static;

    /// <summary>Number of synapses.</summary>
    public int Synapses => synapses.Length;

    /// <summary>Largest delay on the chip, 0 for an effect in the timestep after the spike.</summary>
    public int LargestDelay { get; } = synapses.Length == 0 ? 0 : synapses.Max(s => s.Delay);

    /// <summary>Synapses of one source neuron, ascending by target.</summary>
    public ReadOnlySpan<IntegerSynapse> Row(int neuron) => synapses.AsSpan(rowStarts[neuron], rowStarts[neuron + 1] - rowStarts[neuron]);
}
