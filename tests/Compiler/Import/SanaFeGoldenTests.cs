using System.Text.Json;
using Ganglion.Compiler.Import.SanaFe;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Tests.Networks;
using Ganglion.Tests.Shared;

namespace Ganglion.Compiler.Tests.Import;

/// <summary>Networks whose activity SANA-FE itself has counted.</summary>
public class SanaFeGoldenTests
{
    [Theory]
    [InlineData("random_0")]
    [InlineData("random_1")]
    [InlineData("random_2")]
    public void The_imported_integers_have_the_activity_of_the_original(string name)
    {
        string copy = Path.Combine(ProjectFolder.Root, "tests", "golden", "energy-latency");
        string folder = Directory.Exists(copy) ? copy : SharedData.Require("golden", "energy-latency");
        Network network = SanaFeReader.ReadFile(Path.Combine(folder, $"{name}.yaml"));
        JsonElement expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "expected.json"))).RootElement.GetProperty(name).GetProperty("simple");
        (int fired, int messages, int synapticEvents) = Run(network, (int)expected.GetProperty("timesteps_executed").GetDouble());
        Assert.Equal(expected.GetProperty("total_neurons_fired").GetDouble(), fired);
        Assert.Equal(expected.GetProperty("total_messages_sent").GetDouble(), messages);
        Assert.Equal(expected.GetProperty("total_spikes").GetDouble(), synapticEvents);
    }

    /// <summary>The integer recursion of the chip for one population without decays, written as plainly as possible.</summary>
    private static (int Fired, int Messages, int SynapticEvents) Run(Network network, int timesteps)
    {
        var population = (NeuronPopulation)network.Populations.Single();
        var neurons = (LoihiNeurons)population.Neurons;
        int At(IReadOnlyList<int> list, int neuron) => list[list.Count == 1 ? 0 : neuron];
        (Synapse Synapse, int Exponent)[][] rows = [.. Enumerable.Range(0, population.Count).Select(source => network.Projections
            .SelectMany(p => DenseMatrix.Row(p.Connectivity, source).Select(s => (s, ((IntegerWeights)p.Unit).Exponent))).ToArray())];
        long[] potential = new long[population.Count];
        long[] input = new long[population.Count];
        (int fired, int messages, int synapticEvents) = (0, 0, 0);
        for (int t = 0; t < timesteps; t++)
        {
            long[] next = new long[population.Count];
            for (int n = 0; n < population.Count; n++)
            {
                potential[n] += (input[n] * 64) + ((long)At(neurons.BiasMantissa, n) << At(neurons.BiasExponent, n));
                if (potential[n] > (long)At(neurons.ThresholdMantissa, n) * 64)
                {
                    potential[n] = 0;
                    fired++;
                    synapticEvents += rows[n].Length;
                    messages += rows[n].Select(s => population.PinnedCores![s.Synapse.Target]).Distinct().Count();
                    foreach ((Synapse synapse, int exponent) in rows[n])
                    {
                        next[synapse.Target] += (long)synapse.Weight << exponent;
                    }
                }
            }

            input = next;
        }

        return (fired, messages, synapticEvents);
    }
}
