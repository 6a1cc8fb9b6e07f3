namespace Ganglion.Compiler.Families.TrueNorth;

/// <summary>Register values of a population; every list holds one value for all or one per neuron.</summary>
internal sealed record CrossbarRegisters
{
    /// <summary><c>[type]</c>: the weight of an axon type.</summary>
    public required IReadOnlyList<int>[] Weights { get; init; }

    /// <summary>Types that act at random, as bits.</summary>
    public IReadOnlyList<int> StochasticTypes { get; init; } = [0];

    /// <summary>Leak.</summary>
    public required IReadOnlyList<int> Leak { get; init; }

    /// <summary>Whether the leak acts at random.</summary>
    public IReadOnlyList<int> StochasticLeak { get; init; } = [0];

    /// <summary>Whether the leak follows the sign of the potential.</summary>
    public IReadOnlyList<int> LeakReversal { get; init; } = [0];

    /// <summary>Threshold.</summary>
    public required IReadOnlyList<int> Threshold { get; init; }

    /// <summary>Mask of the random part of the threshold.</summary>
    public IReadOnlyList<int> ThresholdMask { get; init; } = [0];

    /// <summary>Negative threshold.</summary>
    public required IReadOnlyList<int> NegativeThreshold { get; init; }

    /// <summary>Whether the negative threshold is reached by equality.</summary>
    public IReadOnlyList<int> NegativeInclusive { get; init; } = [0];

    /// <summary>Whether the potential stays at the negative threshold.</summary>
    public required IReadOnlyList<int> NegativeSaturates { get; init; }

    /// <summary>Reset value.</summary>
    public IReadOnlyList<int> Reset { get; init; } = [0];

    /// <summary>Reset mode.</summary>
    public required IReadOnlyList<int> ResetMode { get; init; }

    /// <summary>Potential before the first timestep.</summary>
    public required IReadOnlyList<int> Potential { get; init; }
}
