using System.Text.Json;
using Ganglion.Compiler.Networks;
using Ganglion.Conformance.Tests.Vectors;

namespace Ganglion.Conformance.Tests.Loihi;

/// <summary>The examples that come with Brian2Loihi; a generator's spike in step t acts in step t, both counted from 0.</summary>
internal static class BrianExamples
{
    /// <summary>One neuron with an excitatory and an inhibitory input.</summary>
    public static void CheckNeuron(LoihiCase vector)
    {
        NetworkBuilder network = new NetworkBuilder("example 1")
            .AddSource("excitation", [1], SpikeTimes.Source(vector.Data.Ints("ex_times").Select(time => ((long)time, 0))))
            .AddSource("inhibition", [1], SpikeTimes.Source(vector.Data.Ints("in_times").Select(time => ((long)time, 0))))
            .AddPopulation("neuron", [1], LoihiParameters.Neurons(vector.Parameters))
            .Connect("excitation", "neuron", new OneToOne(vector.Data.Int("w_ex")), unit: new IntegerWeights(8, 0, SignMode.Excitatory))
            .Connect("inhibition", "neuron", new OneToOne(vector.Data.Int("w_in")), unit: new IntegerWeights(8, 0, SignMode.Inhibitory));
        int[] expected = vector.Expected.Ints("u");

        var run = LoihiRun.Of(network, "neuron", expected.Length);

        Assert.Equal(expected, run.U.Select(row => row[0]));
        Assert.Equal(vector.Expected.Ints("v"), run.V.Select(row => row[0]));
    }

    /// <summary>Excitatory and inhibitory neurons with random synapses.</summary>
    public static void CheckNetwork(LoihiCase vector)
    {
        JsonElement parameters = vector.Parameters;
        var sizes = new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["ex"] = parameters.Int("n_ex"),
            ["in"] = parameters.Int("n_in"),
            ["gen"] = parameters.Int("n_gen"),
        };
        LoihiNeurons neurons = LoihiParameters.Neurons(parameters);
        NetworkBuilder network = new NetworkBuilder("example 2")
            .AddSource("gen", [sizes["gen"]], SpikeTimes.Source(
                vector.Data.Ints("gen_t").Zip(vector.Data.Ints("gen_i"), (time, neuron) => ((long)time, neuron))))
            .AddPopulation("ex", [sizes["ex"]], neurons)
            .AddPopulation("in", [sizes["in"]], neurons);
        foreach (JsonProperty synapses in vector.Data.GetProperty("synapses").EnumerateObject())
        {
            string source = vector.Data.GetProperty("source_of").Text(synapses.Name);
            Connect(network, source, sizes[source], vector.Data.GetProperty("target_of").Text(synapses.Name), synapses.Value);
        }

        var run = LoihiRun.Of(network, "ex", parameters.Int("T"));

        IEnumerable<int[]> fired =
            from step in Enumerable.Range(0, run.Spikes.Length)
            from neuron in Enumerable.Range(0, sizes["ex"])
            where run.Spikes[step][neuron] != 0
            select new[] { step, neuron };
        Assert.Equal(vector.Expected.Matrix("ex_spikes"), fired);
    }

    private static void Connect(NetworkBuilder network, string source, int sources, string target, JsonElement synapses)
    {
        int[] weights = synapses.Ints("w");
        SignMode sign = weights.All(weight => weight >= 0) ? SignMode.Excitatory : SignMode.Inhibitory;
        network.Connect(
            source, target,
            Explicit.FromSynapses(sources, synapses.Ints("pre").Zip(synapses.Ints("post"), weights)
                .Select(synapse => (synapse.First, new Synapse(synapse.Second, synapse.Third, 1)))),
            unit: new IntegerWeights(8, 0, sign));
    }
}
