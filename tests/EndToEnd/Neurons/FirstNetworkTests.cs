using Ganglion.Compiler.Import.NetYaml;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Reference;

namespace Ganglion.EndToEnd.Tests.Neurons;

/// <summary>The networks of examples/neurons do what their pages say.</summary>
public sealed class FirstNetworkTests
{
    [Fact]
    public void A_leaky_neuron_fires_at_the_first_timestep_after_each_crossing_of_the_closed_form()
    {
        long period = (long)Math.Ceiling(20 * Math.Log(1.5 / (1.5 - 1.0)));

        long[] spikes = [.. Run("1-leaky-neuron.net.yaml", 1000)["neuron"].Select(spike => spike.Timestep)];

        Assert.Equal(Enumerable.Range(1, 45).Select(k => k * period), spikes);
    }

    [Fact]
    public void Only_spikes_in_a_row_make_the_driven_neuron_fire() =>
        Assert.Equal([(53, 0)], Run("2-spike-driven.net.yaml", 100)["neuron"]);

    [Fact]
    public void Two_neurons_with_delays_of_five_and_eight_have_a_rhythm_of_thirteen()
    {
        Dictionary<string, List<(long Timestep, int Neuron)>> spikes = Run("3-delays.net.yaml", 100);

        Assert.Equal(Enumerable.Range(0, 8).Select(k => (1L + (13 * k), 0)), spikes["ping"]);
        Assert.Equal(Enumerable.Range(0, 8).Select(k => (6L + (13 * k), 0)), spikes["pong"]);
    }

    [Fact]
    public void The_random_group_has_the_synapses_that_its_page_counts()
    {
        Network network = Read("4-random-group.net.yaml");
        int[] synapses = [.. network.Projections.Select(projection => CountSynapses(network, projection))];

        Assert.Equal([1963, 1032], synapses);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_random_group_fires_a_little_above_the_mean_field_rate(ulong seed)
    {
        // The rate that solves r = 1 / (1 ms + τ·ln(μ / (μ − 1))) with μ = 1.6 − 0.02·r.
        double meanField = 23.12;

        double rate = Run("4-random-group.net.yaml", 1000, seed)["group"].Count / 100.0;

        Assert.InRange(rate, meanField, 1.2 * meanField);
    }

    [Fact]
    public void Two_layers_compute_exclusive_or()
    {
        Dictionary<string, List<(long Timestep, int Neuron)>> spikes = Run("5-two-layers.net.yaml", 40);

        Assert.Equal([(11, 0), (21, 0), (31, 0), (31, 1)], spikes["hidden"]);
        Assert.Equal([(12, 0), (22, 0)], spikes["output"]);
    }

    private static Network Read(string file) => NetYamlReader.ReadFile(ExampleFolder.Path("neurons", file));

    private static int CountSynapses(Network network, Projection projection)
    {
        List<Synapse> synapses = [];
        for (int source = 0; source < network[projection.Source].Count; source++)
        {
            projection.Connectivity.AppendRow(source, synapses);
        }

        return synapses.Count;
    }

    private static Dictionary<string, List<(long Timestep, int Neuron)>> Run(string file, int timesteps, ulong seed = 1)
    {
        ReferenceSimulation simulation = new(Read(file), seed);
        Dictionary<string, List<(long Timestep, int Neuron)>> spikes =
            simulation.Network.Populations.ToDictionary(population => population.Name, _ => new List<(long Timestep, int Neuron)>());
        for (int t = 1; t <= timesteps; t++)
        {
            simulation.Step();
            foreach ((string population, List<(long Timestep, int Neuron)> record) in spikes)
            {
                foreach (int neuron in simulation.Spikes(population))
                {
                    record.Add((t, neuron));
                }
            }
        }

        return spikes;
    }
}
