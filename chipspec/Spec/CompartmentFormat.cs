namespace Ganglion.ChipSpec.Spec;

/// <summary>Ranges and widths of a compartment's state and parameters.</summary>
public sealed record CompartmentFormat
{
    /// <summary>Names of the neuron models that the chip offers.</summary>
    public required IReadOnlyList<string> Models { get; init; }

    /// <summary>Width of the synaptic current u, in bits, sign included.</summary>
    public required int CurrentBits { get; init; }

    /// <summary>Width of the membrane potential v, in bits, sign included.</summary>
    public required int PotentialBits { get; init; }

    /// <summary>Fraction bits of a decay: a state keeps <c>(2^bits − δ)/2^bits</c> per timestep.</summary>
    public required int DecayBits { get; init; }

    /// <summary>Threshold mantissa; the threshold is <c>mantissa · 2^ThresholdShift</c>.</summary>
    public required IntegerRange ThresholdMantissa { get; init; }

    /// <summary>Shift of the threshold mantissa, in bits.</summary>
    public required int ThresholdShift { get; init; }

    /// <summary>Bias mantissa; the bias is <c>mantissa · 2^exponent</c>.</summary>
    public required IntegerRange BiasMantissa { get; init; }

    /// <summary>Bias exponent.</summary>
    public required IntegerRange BiasExponent { get; init; }

    /// <summary>Refractory period, in timesteps; 1 means that a neuron may fire in every timestep.</summary>
    public required IntegerRange Refractory { get; init; }
}
