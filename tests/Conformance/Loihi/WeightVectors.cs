using Ganglion.ChipSpec.Arithmetic;
using Ganglion.Compiler.Networks;
using Ganglion.Conformance.Tests.Vectors;

namespace Ganglion.Conformance.Tests.Loihi;

/// <summary>Kind <c>weights</c>: what one spike through a synapse of a given mantissa adds to the current.</summary>
/// <remarks>Checked with the formula, and with a machine where a network can have such weights.</remarks>
internal static class WeightVectors
{
    private const int WeightShift = 6;

    public static void Check(LoihiCase vector)
    {
        (string mode, int bits, int exponent) = (vector.Data.Text("mode"), vector.Data.Int("bits"), vector.Data.Int("exp"));
        bool mixed = mode == "mixed";
        int[] mantissas = vector.File.GetProperty("mantissas").Ints(mode);
        int[] effective = vector.Data.Ints("w_eff");
        Assert.Equal(mantissas.Length, effective.Length);
        (int Mantissa, int Effective)[] weights = [.. mantissas.Zip(effective)];
        if (mixed && vector.Peer != "lava")
        {
            weights = [.. weights.Where(weight => BothAgreeOn(weight.Mantissa, bits, exponent))];
        }

        Assert.NotEmpty(weights);
        Assert.Equal(
            weights.Select(weight => weight.Effective),
            weights.Select(weight => LoihiWeight.Contribution(weight.Mantissa, bits, exponent, mixed) << WeightShift));

        if (VectorChip.Spec.Synapse.WeightBits.Contains(bits))
        {
            CheckMachine(weights, new IntegerWeights(bits, exponent, SignOf(mode)));
        }
    }

    /// <summary>
    /// Brian2Loihi rounds mixed mantissas that the format cannot hold toward zero, lava down; and Brian2Loihi alone saturates −256 · 2^7.
    /// </summary>
    private static bool BothAgreeOn(int mantissa, int bits, int exponent) =>
        (mantissa & ((1 << LoihiWeight.DroppedBits(bits, mixed: true)) - 1)) == 0 && (mantissa, exponent) != (-256, 7);

    private static SignMode SignOf(string mode) => mode switch
    {
        "mixed" => SignMode.Mixed,
        "excitatory" => SignMode.Excitatory,
        "inhibitory" => SignMode.Inhibitory,
        _ => throw new InvalidDataException($"Unknown sign mode '{mode}'."),
    };

    private static void CheckMachine((int Mantissa, int Effective)[] weights, IntegerWeights unit)
    {
        // Brian2Loihi alone takes an inhibitory mantissa of −256.
        weights = [.. weights.Where(weight => unit.Sign != SignMode.Inhibitory || weight.Mantissa >= -255)];
        NetworkBuilder network = new NetworkBuilder("weights")
            .AddSource("spike", [1], new ListSource([0], [0]))
            .AddPopulation("targets", [weights.Length], new LoihiNeurons { ThresholdMantissa = [131071] })
            .Connect(
                "spike", "targets",
                Explicit.FromSynapses(1, weights.Select((weight, target) => (0, new Synapse(target, weight.Mantissa, 1)))),
                unit: unit);

        var run = LoihiRun.Of(network, "targets", 1);

        Assert.Equal(weights.Select(weight => weight.Effective), run.U[0]);
    }
}
