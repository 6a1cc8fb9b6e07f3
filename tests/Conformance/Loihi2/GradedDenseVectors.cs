using Ganglion.Compiler.Networks;
using Ganglion.Conformance.Tests.Loihi;
using Ganglion.Conformance.Tests.Vectors;

namespace Ganglion.Conformance.Tests.Loihi2;

/// <summary>Kind <c>dense_graded</c>: payloads through a matrix of weights, the exponent acting on the sum, one step late.</summary>
internal static class GradedDenseVectors
{
    public static void Check(LoihiCase vector)
    {
        int[][] payloads = vector.Data.Matrix("graded_spikes");
        int[][] weights = vector.Data.Matrix("weights");
        int axons = payloads[0].Length;
        Loihi2Neurons relay = new Loihi2Neurons(Loihi2Models.GradedVector).With("payloadBits", 32);
        NetworkBuilder network = new NetworkBuilder("dense").AddPopulation("senders", [axons], relay).AddPopulation("targets", [weights.Length], relay);
        GradedDigits.Connect(network, "senders", 0, [.. Enumerable.Range(0, axons).Select(axon => payloads.Select(row => row[axon]).ToArray())]);
        network.Connect(
            "senders", "targets",
            new AllToAll(axons, weights.Length, [.. weights.SelectMany(row => row.Select(weight => (double)weight))], delay: 1),
            unit: new IntegerWeights(vector.Data.Int("bits"), vector.Data.Int("exp"), Enum.Parse<SignMode>(vector.Data.Text("mode"), ignoreCase: true)));

        Assert.Equal(payloads, GradedRun.Of(network, "senders", payloads.Length).Rows("s"));
        Assert.Equal(vector.Expected.Matrix("a_out"), GradedRun.Of(network, "targets", payloads.Length).Rows("a"));
    }
}
