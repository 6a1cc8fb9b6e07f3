namespace Ganglion.Compiler.Import.LavaDl;

/// <summary>What a lava-dl <c>.net</c> file leaves open.</summary>
public sealed record LavaDlOptions
{
    /// <summary>
    /// What the input layer sees: one bias mantissa (times 2^6) per neuron, channels first, rows next. With <see langword="null"/> the
    /// spikes of the input layer are given from outside, and the layer is a source.
    /// </summary>
    public IReadOnlyList<int>? InputBias { get; init; }

    /// <summary>What the input layer sees, as intensities from 0 to 1 in the same order, which the layer's own weight and bias turn into <see cref="InputBias"/>.</summary>
    public IReadOnlyList<double>? Image { get; init; }
}
