namespace Ganglion.ChipSpec.Spec;

/// <summary>Formats of weights and delays, and how a core's synapse memory holds them.</summary>
public sealed record SynapseFormat
{
    /// <summary>Widths that a weight magnitude can be stored with, in bits, ascending.</summary>
    public required IReadOnlyList<int> WeightBits { get; init; }

    /// <summary>Exponent range: a weight is <c>mantissa · 2^(exponent + WeightShift)</c>.</summary>
    public required IntegerRange WeightExponent { get; init; }

    /// <summary>Shift that every weight gets on its way to the compartment, in bits (6 on Loihi).</summary>
    public required int WeightShift { get; init; }

    /// <summary>Delay of a synapse beyond the one timestep that every spike takes, in timesteps.</summary>
    public required IntegerRange Delay { get; init; }

    /// <summary>How synapse memory is filled; <see langword="null"/> when the chip has no such budget.</summary>
    public SynapsePacking? Packing { get; init; }
}
