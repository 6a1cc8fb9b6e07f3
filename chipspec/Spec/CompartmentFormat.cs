namespace Ganglion.ChipSpec.Spec;

/// <summary>Ranges and widths of a compartment's state and parameters.</summary>
public sealed record CompartmentFormat
{
    /// <summary>Names of the neuron models that the chip offers.</summary>
    public required IReadOnlyList<string> Models { get; init; }

    /// <summary>Behaviours of the neuron models that only some chips of the family offer, by the family's names; may be empty.</summary>
    public IReadOnlyList<string> Modes { get; init; } = [];

    /// <summary>Width of a synaptic current, in bits, sign included; <see langword="null"/> without one.</summary>
    public int? CurrentBits { get; init; }

    /// <summary>Width of the membrane potential v, in bits, with the sign where it has one.</summary>
    public required int PotentialBits { get; init; }

    /// <summary>Whether the membrane potential can be negative.</summary>
    public bool PotentialSigned { get; init; } = true;

    /// <summary>Fraction bits of a decay: a state keeps <c>(2^bits − δ)/2^bits</c> per timestep; <see langword="null"/> without such a decay.</summary>
    public int? DecayBits { get; init; }

    /// <summary>Shift of a bit-shift decay: a state loses <c>state/2^shift</c> per timestep; <see langword="null"/> without such a decay.</summary>
    public IntegerRange? DecayShift { get; init; }

    /// <summary>Constant leak per timestep or time-reference event; <see langword="null"/> without one.</summary>
    public IntegerRange? Leak { get; init; }

    /// <summary>Threshold mantissa; the threshold is <c>mantissa · 2^ThresholdShift</c>.</summary>
    public required IntegerRange ThresholdMantissa { get; init; }

    /// <summary>Shift of the threshold mantissa, in bits.</summary>
    public int ThresholdShift { get; init; }

    /// <summary>Bias mantissa; the bias is <c>mantissa · 2^exponent</c>. <see langword="null"/> without a bias.</summary>
    public IntegerRange? BiasMantissa { get; init; }

    /// <summary>Bias exponent.</summary>
    public IntegerRange BiasExponent { get; init; }

    /// <summary>Refractory period, in timesteps; 1 means that a neuron may fire in every timestep.</summary>
    public IntegerRange Refractory { get; init; } = new(1, 1);

    /// <summary>Spikes that a compartment can emit in one timestep.</summary>
    public int SpikesPerTimestep { get; init; } = 1;
}
