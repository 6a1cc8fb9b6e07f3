namespace Ganglion.Compiler.Networks;

/// <summary>Loihi 1 CUBA LIF compartments, given as register values.</summary>
/// <remarks>Semantics: docs/chips/loihi1.md; Davies et al. 2018, IEEE Micro 38(1).</remarks>
public sealed record LoihiNeurons : NeuronParameters
{
    /// <summary>Current decay δu, 0 to 4096: the current keeps (4096 − δu)/4096 per timestep.</summary>
    public IReadOnlyList<int> CurrentDecay { get; init; } = [4096];

    /// <summary>Potential decay δv, 0 to 4096.</summary>
    public IReadOnlyList<int> PotentialDecay { get; init; } = [0];

    /// <summary>Threshold mantissa, 0 to 131,071; the threshold is mantissa·2^6.</summary>
    public IReadOnlyList<int> ThresholdMantissa { get; init; } = [100];

    /// <summary>Bias mantissa, −4096 to 4095; the bias is mantissa·2^exponent.</summary>
    public IReadOnlyList<int> BiasMantissa { get; init; } = [0];

    /// <summary>Bias exponent, 0 to 7.</summary>
    public IReadOnlyList<int> BiasExponent { get; init; } = [0];

    /// <summary>Refractory period in timesteps, 1 to 63.</summary>
    public IReadOnlyList<int> Refractory { get; init; } = [1];

    /// <summary>Lower limit of the potential is −2^exponent + 1; 0 to 23.</summary>
    public IReadOnlyList<int> MinimumExponent { get; init; } = [23];

    /// <summary>Upper limit of the potential is 2^(9 + 2·exponent) − 1; 0 to 7.</summary>
    public IReadOnlyList<int> MaximumExponent { get; init; } = [7];

    /// <summary>Synaptic current before the first timestep.</summary>
    public IReadOnlyList<int> InitialCurrent { get; init; } = [0];

    /// <summary>Membrane potential before the first timestep.</summary>
    public IReadOnlyList<int> InitialPotential { get; init; } = [0];
}
