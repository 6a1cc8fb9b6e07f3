namespace Ganglion.ChipSpec.Spec;

/// <summary>What a chip's synapses can learn.</summary>
public sealed record LearningFormat
{
    /// <summary>Name of rules as sums of products, of which the user writes the text.</summary>
    public const string SumOfProducts = "sum-of-products";

    /// <summary>Timesteps of the longest learning epoch that the emulator knows: spike times have 6 bits.</summary>
    public const int LongestEpoch = 63;

    /// <summary>Names of the learning rules that the chip offers.</summary>
    public required IReadOnlyList<string> Rules { get; init; }

    /// <summary>Timesteps of the longest learning epoch; <see langword="null"/> for rules without epochs.</summary>
    public int? EpochTimesteps { get; init; }
}
