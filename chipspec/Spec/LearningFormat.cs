namespace Ganglion.ChipSpec.Spec;

/// <summary>What a chip's synapses can learn.</summary>
public sealed record LearningFormat
{
    /// <summary>Names of the learning rules that the chip offers.</summary>
    public required IReadOnlyList<string> Rules { get; init; }
}
