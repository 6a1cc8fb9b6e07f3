using System.Text.Json;
using Ganglion.Compiler.Networks;
using Ganglion.Conformance.Tests.Vectors;

namespace Ganglion.Conformance.Tests.Loihi;

/// <summary>Kind <c>uv_overflow</c>: many axons that all fire in every step; the cases that nengo-loihi's own test compares with the chip.</summary>
internal static class OverflowVectors
{
    public static void Check(LoihiCase vector)
    {
        JsonElement parameters = vector.Parameters;
        int axons = parameters.Int("n_axons");
        int steps = parameters.Int("steps");
        int weight = parameters.Int("w_eff_each");
        Assert.Equal(0, weight & 63);
        NetworkBuilder network = new NetworkBuilder("overflow")
            .AddSource("axons", [axons], SpikeTimes.Source(
                from step in Enumerable.Range(1, steps) from axon in Enumerable.Range(0, axons) select ((long)step, axon)))
            .AddPopulation("neuron", [1], LoihiParameters.Neurons(parameters))
            .Connect("axons", "neuron", new AllToAll(axons, 1, weight >> 6), unit: new IntegerWeights());

        var run = LoihiRun.Of(network, "neuron", steps);

        Assert.Equal(vector.Expected.Ints("u"), run.U.Select(row => row[0]));
        Assert.Equal(vector.Expected.Ints("v"), run.V.Select(row => row[0]));
        Assert.Equal(vector.Expected.Ints("s"), run.Spikes.Select(row => row[0]));
    }
}
