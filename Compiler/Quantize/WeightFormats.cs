using Ganglion.ChipSpec.Spec;
using Ganglion.Compiler.Check;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Quantize;

/// <summary>Which formats the weights of a grouped projection can choose from.</summary>
internal static class WeightFormats
{
    /// <summary>The formats, ascending by exponent.</summary>
    public static WeightFormat[] Of(
        WeightGrouping grouping, SynapseStatistics weights, double scale, int bits, int delayBits, IntegerRange exponents)
    {
        WeightFormat excitatory = new(bits, 0, SignMode.Excitatory, delayBits);
        int excitation = ScaleSelector.Exponent(weights.LargestPositive * scale, excitatory, exponents);
        int inhibition = ScaleSelector.Exponent(weights.LargestNegative * scale, excitatory, exponents);
        return grouping switch
        {
            WeightGrouping.Signs =>
                [excitatory with { Exponent = excitation }, excitatory with { Exponent = inhibition, Sign = SignMode.Inhibitory }],

            // What the first synapse of a pair rounds off can have either sign.
            _ => [.. Enumerable.Range(0, Math.Max(excitation, inhibition) + 1).SelectMany(exponent => (WeightFormat[])
                [excitatory with { Exponent = exponent }, excitatory with { Exponent = exponent, Sign = SignMode.Inhibitory }])],
        };
    }
}
