using Ganglion.Compiler.Networks;

namespace Ganglion.Conformance.Tests.Loihi2;

/// <summary>Arbitrary sums from plain spikes: one source neuron per power of two and sign, which fires as often as it takes.</summary>
internal static class GradedDigits
{
    private const int Bits = 15;

    // Weights 2^0 to 2^7 at exponent 0, 2^8 to 2^14 as 2^1 to 2^7 at exponent 7.
    private const int LowBits = 8;
    private const int HighExponent = 7;

    /// <summary>Adds a source of its own that gives every neuron of a population what it should get.</summary>
    /// <param name="network">Receives the source and its projections.</param>
    /// <param name="target">Population.</param>
    /// <param name="receptor">Receptor of its neurons.</param>
    /// <param name="values">Sum of every step, from step 1, of every neuron: <c>[neuron][step − 1]</c>.</param>
    public static void Connect(NetworkBuilder network, string target, int receptor, params int[][] values)
    {
        string source = $"digits of {target} {receptor}";
        int sources = 2 * Bits * values.Length;
        (long Timestep, int Neuron)[] spikes = [.. values.SelectMany((steps, neuron) => Spikes(steps, 2 * Bits * neuron)).Order()];
        network.AddSource(source, [sources], new ListSource([.. spikes.Select(spike => spike.Timestep)], [.. spikes.Select(spike => spike.Neuron)]));
        foreach (bool isNegative in (bool[])[false, true])
        {
            foreach (int exponent in (int[])[0, HighExponent])
            {
                IEnumerable<int> digits = exponent == 0 ? Enumerable.Range(0, LowBits) : Enumerable.Range(LowBits, Bits - LowBits);
                network.Connect(
                    source, target,
                    Explicit.FromSynapses(sources, Enumerable.Range(0, values.Length).SelectMany(neuron => digits.Select(bit => (
                        (2 * Bits * neuron) + bit + (isNegative ? Bits : 0),
                        new Synapse(neuron, (isNegative ? -1 : 1) * (1 << (bit - exponent)), 1))))),
                    unit: new IntegerWeights(8, exponent, isNegative ? SignMode.Inhibitory : SignMode.Excitatory),
                    receptor: receptor);
            }
        }
    }

    /// <summary>A value of step k is sent in timestep k − 1.</summary>
    private static IEnumerable<(long Timestep, int Neuron)> Spikes(int[] values, int first)
    {
        for (int step = 0; step < values.Length; step++)
        {
            int rest = Math.Abs(values[step]);
            for (int bit = Bits - 1; bit >= 0; bit--)
            {
                int neuron = first + bit + (values[step] < 0 ? Bits : 0);
                for (int times = rest >> bit; times > 0; times--)
                {
                    yield return (step, neuron);
                }

                rest &= (1 << bit) - 1;
            }
        }
    }
}
