using Ganglion.Compiler.Networks;
using Ganglion.Conformance.Tests.Vectors;

namespace Ganglion.Conformance.Tests.Loihi;

/// <summary>Kind <c>network</c>: a recurrent network with delays; an input spike in step k acts in step k + delay, a neuron's one step later.</summary>
internal static class NetworkVectors
{
    public static void Check(LoihiCase vector)
    {
        int neurons = vector.Data.Int("n");
        int inputs = vector.Data.Int("n_in");
        int[][] spikes = vector.Data.Matrix("spikes");
        NetworkBuilder network = new NetworkBuilder("network")
            .AddSource("input", [inputs], SpikeTimes.Source(spikes, firstTimestep: 0))
            .AddPopulation("neurons", [neurons], LoihiParameters.Neurons(vector.Parameters));
        Connect(network, "input", inputs, vector.Data.Matrix("syn_in"));
        Connect(network, "neurons", neurons, vector.Data.Matrix("syn_rec"));

        var run = LoihiRun.Of(network, "neurons", spikes.Length);

        Assert.Equal(vector.Expected.Matrix("u"), run.U);
        Assert.Equal(vector.Expected.Matrix("v"), run.V);
        Assert.Equal(vector.Expected.Matrix("s"), run.Spikes);
    }

    /// <summary>Adds synapses given as source, target, mantissa and delay.</summary>
    private static void Connect(NetworkBuilder network, string source, int sources, int[][] synapses)
    {
        foreach (IGrouping<bool, int[]> group in synapses.GroupBy(synapse => synapse[2] > 0))
        {
            network.Connect(
                source, "neurons",
                Explicit.FromSynapses(sources, group.Select(synapse => (synapse[0], new Synapse(synapse[1], synapse[2], synapse[3] + 1)))),
                unit: new IntegerWeights(8, 0, group.Key ? SignMode.Excitatory : SignMode.Inhibitory));
        }
    }
}
