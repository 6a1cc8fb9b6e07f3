using System.Text.Json;
using Ganglion.ChipSpec.Image;
using Ganglion.Compiler;
using Ganglion.Compiler.Networks;
using Ganglion.Conformance.Tests.Vectors;
using Ganglion.Cores.Neurons;

namespace Ganglion.Conformance.Tests.Loihi;

/// <summary>Kind <c>lif</c>: one compartment, its input from axons, u, v and spikes of every step.</summary>
/// <remarks>Checked twice: as a network on the machine, which runs the vectorised soma, and on the scalar soma.</remarks>
internal static class LifVectors
{
    public static void Check(LoihiCase vector)
    {
        SkipPeerQuirks(vector);
        (int Mantissa, int Exponent, int[] Times)[] axons = [.. vector.Data.GetProperty("axons").EnumerateArray()
            .Select(axon => (axon.Int("mant"), axon.Int("exp"), axon.Ints("times")))];
        int[] input = vector.Data.Ints("a_in");
        Assert.Equal(input, SumOf(axons, input.Length));

        LoihiNeurons neurons = LoihiParameters.Neurons(vector.Parameters);
        ChipImage image = NetworkCompiler.Compile(Network(neurons, axons).Build(), VectorChip.Spec).Image;
        image = LoihiParameters.Amend(image, vector.Parameters);
        CheckScalar(vector.Expected, image.Cores.Single(), input);
        CheckMachine(vector.Expected, image, input.Length);
    }

    /// <summary>Where an implementation differs from what is known of the chip, or from the others without evidence.</summary>
    private static void SkipPeerQuirks(LoihiCase vector)
    {
        string tag = vector.Data.Text("tag");
        Assert.SkipWhen(
            tag == "u_exact_2^23" && vector.Peer == "lava",
            "lava alone keeps a current of exactly 2^23; here it wraps as two's complement does");
        Assert.SkipWhen(
            tag == "u_plus_bias_overflow",
            "nengo-loihi alone wraps the sum of current and bias at 24 bits; here it is not wrapped, as in lava");
        Assert.SkipWhen(
            vector.Parameters.Int("bias_exp", 0) < 0, "a negative bias exponent is a variant of lava; Loihi 1 has none");
    }

    private static int[] SumOf((int Mantissa, int Exponent, int[] Times)[] axons, int steps)
    {
        int[] sum = new int[steps];
        foreach ((int mantissa, int exponent, int[] times) in axons)
        {
            foreach (int time in times)
            {
                sum[time - 1] += mantissa << exponent;
            }
        }

        return sum;
    }

    private static void CheckScalar(JsonElement expected, CoreImage image, int[] input)
    {
        var table = new CompartmentTable(LoihiCubaLif.Variables, image);
        var soma = LoihiCubaLif.Bind(table);
        int[] u = new int[input.Length];
        int[] v = new int[input.Length];
        int[] spikes = new int[input.Length];
        for (int step = 0; step < input.Length; step++)
        {
            spikes[step] = soma.Step(0, input[step]).Spiked ? 1 : 0;
            u[step] = table["u"][0];
            v[step] = table["v"][0];
        }

        Assert.Equal(expected.Ints("u"), u);
        Assert.Equal(expected.Ints("v"), v);
        Assert.Equal(expected.Ints("s"), spikes);
    }

    private static NetworkBuilder Network(LoihiNeurons neurons, (int Mantissa, int Exponent, int[] Times)[] axons)
    {
        NetworkBuilder network = new NetworkBuilder("lif").AddPopulation("neuron", [1], neurons);
        if (axons.Length > 0)
        {
            // A spike that acts in step k is sent one timestep earlier.
            network.AddSource("axons", [axons.Length], SpikeTimes.Source(
                axons.SelectMany((axon, index) => axon.Times.Select(time => ((long)time - 1, index)))));
        }

        foreach (var group in axons.Index().GroupBy(axon => (axon.Item.Exponent, Negative: axon.Item.Mantissa < 0)))
        {
            network.Connect(
                "axons", "neuron",
                Explicit.FromSynapses(axons.Length, group.Select(axon => (axon.Index, new Synapse(0, axon.Item.Mantissa, 1)))),
                unit: new IntegerWeights(8, group.Key.Exponent, group.Key.Negative ? SignMode.Inhibitory : SignMode.Excitatory));
        }

        return network;
    }

    private static void CheckMachine(JsonElement expected, ChipImage image, int steps)
    {
        var run = LoihiRun.Of(image, "neuron", steps);

        Assert.Equal(expected.Ints("u"), run.U.Select(row => row[0]));
        Assert.Equal(expected.Ints("v"), run.V.Select(row => row[0]));
        Assert.Equal(expected.Ints("s"), run.Spikes.Select(row => row[0]));
    }
}
