namespace Ganglion.Compiler.Networks;

/// <summary>What the weights of a projection mean.</summary>
public abstract record WeightUnit
{
    /// <summary>Real numbers in the network's own unit; the compiler chooses mantissa and exponent.</summary>
    public static WeightUnit Physical { get; } = new PhysicalWeights();
}

/// <summary>Real numbers in the network's own unit; the compiler chooses mantissa and exponent.</summary>
public sealed record PhysicalWeights : WeightUnit;

/// <summary>
/// Integer mantissas, used as they are: a spike adds <c>mantissa·2^(exponent + 6)</c> to the synaptic current of Loihi, and
/// <c>mantissa·2^exponent</c>, with mantissas of −128 to 127, to a synapse state of Xylo.
/// </summary>
/// <param name="Bits">Stored bits, 1 to 8: the lowest 8 − bits (plus one with mixed signs) bits of a mantissa are dropped.</param>
/// <param name="Exponent">Weight exponent, −8 to 7.</param>
/// <param name="Sign">Sign mode.</param>
public sealed record IntegerWeights(int Bits = 8, int Exponent = 0, SignMode Sign = SignMode.Mixed) : WeightUnit;

/// <summary>Which signs the weights of a synapse format can have.</summary>
public enum SignMode
{
    /// <summary>Mantissa −256 to 254, even numbers.</summary>
    Mixed,

    /// <summary>Mantissa 0 to 255.</summary>
    Excitatory,

    /// <summary>Mantissa −255 to 0.</summary>
    Inhibitory,
}
