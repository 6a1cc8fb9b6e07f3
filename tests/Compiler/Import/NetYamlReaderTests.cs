using Ganglion.ChipSpec.Image;
using Ganglion.Compiler.Import.NetYaml;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Tests.Networks;

namespace Ganglion.Compiler.Tests.Import;

public class NetYamlReaderTests
{
    [Fact]
    public void A_file_makes_the_network_that_the_builder_makes()
    {
        Network read = Read("""
            name: two layers
            timestep: 0.001
            sources:
              input: {size: 4, poisson: {rate: 50}}
            populations:
              hidden:
                shape: [2, 3]
                neurons: {model: lif, tauMembrane: 0.02, threshold: 1.5, resistance: 2, reset: -0.5, refractory: 4, resetMode: subtract}
            projections:
              - {source: input, target: hidden, allToAll: {weight: 0.5, delay: 3}}
            outputs: [hidden]
            """);
        Network built = new NetworkBuilder("two layers")
            .Timestep(0.001)
            .AddSource("input", [4], new PoissonSource([50 * 0.001]))
            .AddPopulation(
                "hidden", [2, 3], NeuronFactory.Lif(0.02, 0.001, 1.5, resistance: 2, reset: -0.5, refractory: 4, resetMode: ResetMode.Subtract))
            .Connect("input", "hidden", new AllToAll(4, 6, 0.5, 3))
            .Output("hidden")
            .Build();
        Assert.Equal(NetworkHash.Compute(built), NetworkHash.Compute(read));
    }

    [Theory]
    [InlineData("model: cubaLif, tauMembrane: 0.02, tauSynapse: 0.005, threshold: 1, inputWeight: 3, integrator: exponential, current: 2")]
    [InlineData("model: cubaLif, tauMembrane: [0.02, 0.02], tauSynapse: 0.005, threshold: [1, 1], inputWeight: 3, integrator: exponential, current: 2")]
    public void Lists_and_single_values_mean_the_same(string neurons)
    {
        Network network = Read($"name: n\ntimestep: 0.001\npopulations:\n  a: {{size: 2, neurons: {{{neurons}}}}}");
        var read = Assert.IsType<CurrentBasedNeurons>(Assert.IsType<NeuronPopulation>(network["a"]).Neurons);
        CurrentBasedNeurons expected = NeuronFactory.CubaLif(
            0.005, 0.02, 0.001, 1, inputWeight: 3, integrator: Integrator.Exponential, current: 2);
        Assert.All(read.CurrentDecay, value => Assert.Equal(expected.CurrentDecay[0], value));
        Assert.All(read.CurrentGain, value => Assert.Equal(expected.CurrentGain[0], value));
        Assert.All(read.PotentialDecay, value => Assert.Equal(expected.PotentialDecay[0], value));
        Assert.All(read.Bias, value => Assert.Equal(expected.Bias[0], value));
        Assert.All(read.Threshold, value => Assert.Equal(1, value));
    }

    [Fact]
    public void Integrators_never_fire()
    {
        Network network = Read("name: n\ntimestep: 0.001\npopulations: {a: {size: 2, neurons: {model: li, tauMembrane: 0.02}}}");
        Assert.Equal([double.PositiveInfinity], Assert.IsType<CurrentBasedNeurons>(Assert.IsType<NeuronPopulation>(network["a"]).Neurons).Threshold);
    }

    [Fact]
    public void Registers_are_taken_as_they_are()
    {
        Network network = Read("name: n\npopulations: {a: {size: 2, loihi: {thresholdMantissa: [7, 9], biasMantissa: -4, biasExponent: 3}, cores: 5}}");
        var population = Assert.IsType<NeuronPopulation>(network["a"]);
        var neurons = Assert.IsType<LoihiNeurons>(population.Neurons);
        Assert.Equal([7, 9], neurons.ThresholdMantissa);
        Assert.Equal([-4], neurons.BiasMantissa);
        Assert.Equal([4096], neurons.CurrentDecay);
        Assert.Equal([5, 5], population.PinnedCores);
    }

    [Theory]
    [InlineData("weight: 3", SignMode.Excitatory)]
    [InlineData("weight: -3", SignMode.Inhibitory)]
    [InlineData("weight: [1, -3]", SignMode.Mixed)]
    public void Weights_onto_registers_are_integers_of_the_narrowest_sign_mode(string weight, SignMode sign)
    {
        Network network = Read($"name: n\npopulations: {{a: {{size: 2, loihi: {{}}}}}}\nprojections: [{{source: a, target: a, oneToOne: {{{weight}}}}}]");
        Assert.Equal(new IntegerWeights(8, 0, sign), network.Projections[0].Unit);
    }

    [Fact]
    public void The_weight_format_and_the_encoding_can_be_given()
    {
        Network network = Read("""
            name: n
            populations: {a: {size: 2, loihi: {}}}
            projections:
              - {source: a, target: a, name: p, oneToOne: {weight: 3}, integerWeights: {bits: 4, exponent: -2, sign: mixed}, encoding: dense}
            """);
        Assert.Equal(new IntegerWeights(4, -2, SignMode.Mixed), network.Projections[0].Unit);
        Assert.Equal(RowForm.Dense, network.Projections[0].Encoding);
        Assert.Equal("p", network.Projections[0].Name);
    }

    [Fact]
    public void Spikes_come_in_any_order_and_go_out_sorted()
    {
        Network network = Read("name: n\nsources: {s: {size: 3, spikes: [[5, 0], [1, 2], [1, 0], [5, 0]]}}");
        var list = Assert.IsType<ListSource>(Assert.IsType<SourcePopulation>(network["s"]).Source);
        Assert.Equal([1, 1, 5, 5], list.Timesteps);
        Assert.Equal([0, 2, 0, 0], list.Neurons);
    }

    [Fact]
    public void Spike_files_lie_beside_the_network()
    {
        string folder = Directory.CreateTempSubdirectory("net-yaml").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "spikes.csv"), "timestep,neuron\n4,1\n2,0\n");
            File.WriteAllText(Path.Combine(folder, "a.net.yaml"), "name: n\nsources: {s: {size: 2, file: spikes.csv}}");
            Network network = NetYamlReader.ReadFile(Path.Combine(folder, "a.net.yaml"));
            var list = Assert.IsType<ListSource>(Assert.IsType<SourcePopulation>(network["s"]).Source);
            Assert.Equal([2, 4], list.Timesteps);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Random_projections_take_their_seed_from_their_name()
    {
        const string text = """
            name: n
            populations: {a: {size: 100, loihi: {}}}
            projections:
              - {source: a, target: a, name: one, random: {probability: 0.1, weight: {uniform: [1, 2]}, delay: {uniformInteger: [1, 3]}}}
              - {source: a, target: a, name: two, random: {probability: 0.1, weight: {uniform: [1, 2]}}}
              - {source: a, target: a, name: three, random: {probability: 0.1, weight: 1, seed: 5, allowSelf: false}}
            """;
        RandomConnectivity[] random = [.. Read(text).Projections.Select(p => (RandomConnectivity)p.Connectivity)];
        Assert.Equal(random[0].Seed, ((RandomConnectivity)Read(text).Projections[0].Connectivity).Seed);
        Assert.NotEqual(random[0].Seed, random[1].Seed);
        Assert.Equal(5UL, random[2].Seed);
        Assert.False(random[2].AllowSelf);
        Assert.Equal(new Uniform(1, 2), random[0].Weight);
        Assert.Equal(new UniformInteger(1, 3), random[0].Delay);
    }

    [Fact]
    public void Convolutions_take_the_shape_of_their_source()
    {
        Network network = Read("""
            name: n
            populations:
              a: {shape: [1, 3, 3], neurons: {model: if, threshold: 1}}
              b: {shape: [1, 2, 2], neurons: {model: if, threshold: 1}}
            projections:
              - {source: a, target: b, convolution: {kernel: [[[[1, 2], [3, 4]]]]}}
            """);
        Assert.Equal(
            [new Synapse(0, 4, 1), new Synapse(1, 3, 1), new Synapse(2, 2, 1), new Synapse(3, 1, 1)],
            DenseMatrix.Row(network.Projections[0].Connectivity, 4));
    }

    [Fact]
    public void Matrices_have_a_row_for_each_target()
    {
        Network network = Read("""
            name: n
            populations: {a: {size: 3, loihi: {}}, b: {size: 2, loihi: {}}}
            projections: [{source: a, target: b, allToAll: {weight: [[1, 2, 3], [4, 5, 6]]}}]
            """);
        Assert.Equal([new Synapse(0, 2, 1), new Synapse(1, 5, 1)], DenseMatrix.Row(network.Projections[0].Connectivity, 1));
    }

    private static Network Read(string text) => NetYamlReader.Read(text, "test.net.yaml");
}
