namespace Ganglion.Compiler.Quantize;

/// <summary>How many weight formats hold the synapses of one projection in physical units.</summary>
/// <remarks>A finer grouping rounds less and takes more synapse memory: every format of an axon is a list of its own.</remarks>
public enum WeightGrouping
{
    /// <summary>One format: a single exponent, mixed signs where the weights have both.</summary>
    One,

    /// <summary>One format per sign, so that no bit of a mantissa goes to the sign.</summary>
    Signs,

    /// <summary>One format per sign and exponent: every weight keeps all bits of its mantissa, small ones as well as large ones.</summary>
    Exponents,

    /// <summary>As <see cref="Exponents"/>, and a second synapse where it takes up what the first rounded off.</summary>
    Pairs,
}
