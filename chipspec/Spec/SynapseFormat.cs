namespace Ganglion.ChipSpec.Spec;

/// <summary>Formats of weights and delays, and how a core's synapse memory holds them.</summary>
public sealed record SynapseFormat
{
    /// <summary>Widths that a weight can be stored with, in bits, ascending; without the sign where the sign mode gives it.</summary>
    public required IReadOnlyList<int> WeightBits { get; init; }

    /// <summary>Values that a weight can take; <see langword="null"/> where the widths and the sign mode say it.</summary>
    public IntegerRange? Weights { get; init; }

    /// <summary>Exponent range: a weight is <c>mantissa · 2^(exponent + WeightShift)</c>.</summary>
    public IntegerRange WeightExponent { get; init; }

    /// <summary>Shift that every weight gets on its way to the compartment, in bits (6 on Loihi).</summary>
    public int WeightShift { get; init; }

    /// <summary>What decides the sign of a weight.</summary>
    public WeightSign Sign { get; init; }

    /// <summary>
    /// Types of axons, each of which has one weight per compartment, where synapses are connections without a weight of their own;
    /// <see langword="null"/> where every synapse has its weight.
    /// </summary>
    public int? AxonTypes { get; init; }

    /// <summary>Delay of a synapse beyond the one timestep that every spike takes, in timesteps.</summary>
    public required IntegerRange Delay { get; init; }

    /// <summary>What a delay belongs to.</summary>
    public DelayOwner DelayOf { get; init; }

    /// <summary>How synapse memory is filled; <see langword="null"/> when the chip has no such budget.</summary>
    public SynapsePacking? Packing { get; init; }
}
