using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Image;
using Ganglion.Compiler.Import.SanaFe;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Tests.Networks;

namespace Ganglion.Compiler.Tests.Import;

public class SanaFeReaderTests
{
    internal const string TwoGroups = """
        network:
          name: two
          groups:
            - name: a
              attributes: {threshold: 10, log_spikes: true}
              neurons: [0: {bias: 11}, 1..2: {threshold: 20}]
            - name: b
              attributes: [threshold: 7, leak_decay: 0.75, refractory_delay: 3]
              neurons:
                - 0..1
          edges:
            - a -> b: {type: dense, weight: [1, -2, 3, 0, 5, 600]}
            - a.1 -> b.0: {w: -9}
            - b.0 -> a.2: {weight: 4}
        mappings:
          - a.0..1: {core: 0.3}
          - a.2: {core: 2.1, synapse: loihi_sparse_synapse}
          - b: {core: 5.0, soma: loihi_lif, dendrite: loihi_dendrites, synapse: loihi_conv_synapse}
        """;

    [Fact]
    public void Neurons_become_registers()
    {
        Network network = SanaFeReader.Read(TwoGroups, "two.yaml");
        LoihiNeurons a = Registers(network, "a");
        Assert.Equal([10, 20, 20], a.ThresholdMantissa);
        Assert.Equal([11, 0, 0], a.BiasMantissa);
        Assert.Equal([6], a.BiasExponent);
        Assert.Equal([4096], a.CurrentDecay);
        Assert.Equal([0], a.PotentialDecay);
        LoihiNeurons b = Registers(network, "b");
        Assert.Equal([1024], b.PotentialDecay);
        Assert.Equal([3], b.Refractory);
        Assert.Equal(["a", "b"], network.Outputs);
    }

    [Fact]
    public void Tiles_have_four_cores()
    {
        Network network = SanaFeReader.Read(TwoGroups, "two.yaml");
        Assert.Equal([3, 3, 9], Assert.IsType<NeuronPopulation>(network["a"]).PinnedCores);
        Assert.Equal([20, 20], Assert.IsType<NeuronPopulation>(network["b"]).PinnedCores);
    }

    [Fact]
    public void Dense_weights_run_source_by_source_and_contribute_exactly()
    {
        Network network = SanaFeReader.Read(TwoGroups, "two.yaml");
        double[,] sum = new double[2, 3];
        foreach (Projection projection in network.Projections.Where(p => p.Target == "b"))
        {
            var unit = Assert.IsType<IntegerWeights>(projection.Unit);
            Assert.Equal(RowForm.Shared, projection.Encoding);
            double[,] mantissas = DenseMatrix.Of(projection.Connectivity, 3, 2);
            foreach ((int target, int source) in from t in Enumerable.Range(0, 2) from s in Enumerable.Range(0, 3) select (t, s))
            {
                Assert.InRange(mantissas[target, source], unit.Sign == SignMode.Excitatory ? 0 : -255, unit.Sign == SignMode.Excitatory ? 255 : 0);
                sum[target, source] += Math.ScaleB(mantissas[target, source], unit.Exponent);
            }
        }

        DenseMatrix.AssertEqual(new double[,] { { 1, 3 - 9, 5 }, { -2, 0, 600 } }, sum);
        Assert.Equal(RowForm.Sparse, Assert.Single(network.Projections, p => p.Target == "a").Encoding);
        Assert.Equal(7 + 1, network.Projections.Sum(p => Enumerable.Range(0, network[p.Source].Count).Sum(s => DenseMatrix.Row(p.Connectivity, s).Count)));
    }

    [Fact]
    public void Without_mappings_the_compiler_places_the_neurons()
    {
        Network network = SanaFeReader.Read("network: {groups: [{name: a, neurons: [0: {}]}], edges: [a.0 -> a.0: {weight: 1}]}", "a.yaml");
        Assert.Null(Assert.IsType<NeuronPopulation>(network["a"]).PinnedCores);
        Assert.Null(network.Projections[0].Encoding);
    }

    [Theory]
    [InlineData("bias: 4095", 4095, 6)]
    [InlineData("bias: -4096", -4096, 6)]
    [InlineData("bias: 0.015625", 1, 0)]
    [InlineData("bias: 2.5", 5, 5)]
    [InlineData("bias: 8190", 4095, 7)]
    public void Biases_are_exact(string bias, int mantissa, int exponent)
    {
        LoihiNeurons a = Registers(SanaFeReader.Read($"network: {{groups: [{{name: a, neurons: [0: {{{bias}}}]}}]}}", "a.yaml"), "a");
        Assert.Equal((mantissa, exponent), (a.BiasMantissa[0], a.BiasExponent[0]));
    }

    [Theory]
    [InlineData("threshold: 1.5", "GAN1303")]
    [InlineData("threshold: -1", "GAN1303")]
    [InlineData("threshold: 131072", "GAN1303")]
    [InlineData("bias: 0.01", "GAN1303")]
    [InlineData("bias: 8192", "GAN1303")]
    [InlineData("leak_decay: 0.9", "GAN1303")]
    [InlineData("leak_decay: 1.5", "GAN1303")]
    [InlineData("input_decay: 0.5", "GAN1303")]
    [InlineData("refractory_delay: 64", "GAN1303")]
    [InlineData("potential: 0.3", "GAN1303")]
    [InlineData("leak_decay: 0.5, potential: 3", "GAN1303")]
    [InlineData("reset: 1", "GAN1304")]
    [InlineData("reset_mode: soft", "GAN1304")]
    [InlineData("reverse_reset_mode: hard", "GAN1304")]
    [InlineData("force_update: true", "GAN1304")]
    [InlineData("treshold: 3", "GAN1012")]
    [InlineData("threshold: high", "GAN1010")]
    public void Neurons_that_the_chip_computes_otherwise_are_refused(string attributes, string code) =>
        AssertFinds($"network: {{groups: [{{name: a, neurons: [0: {{{attributes}}}]}}]}}", code);

    [Theory]
    [InlineData("0, 2: {}", "GAN1305")]
    [InlineData("0..3: {}, 2: {}", "GAN1305")]
    [InlineData("x: {}", "GAN1301")]
    [InlineData("3..0: {}", "GAN1301")]
    [InlineData("0..999999999: {}", "GAN1003")]
    [InlineData("", "GAN1014")]
    public void Groups_have_neurons_from_zero_without_gaps(string neurons, string code) =>
        AssertFinds($"network: {{groups: [{{name: a, neurons: [{neurons}]}}]}}", code);

    [Theory]
    [InlineData("a.0 -> a.1: {}", "GAN1011")]
    [InlineData("a.0 -> a.2: {weight: 1}", "GAN1302")]
    [InlineData("a.0 -> c.0: {weight: 1}", "GAN1302")]
    [InlineData("a.0 - a.1: {weight: 1}", "GAN1301")]
    [InlineData("a.0 -> a: {weight: 1}", "GAN1301")]
    [InlineData("a.0..1 -> a.0: {weight: 1}", "GAN1301")]
    [InlineData("a.0 -> a.1: {weight: 0.5}", "GAN1303")]
    [InlineData("a.0 -> a.1: {weight: 257}", "GAN1303")]
    [InlineData("a.0 -> a.1: {weight: 32768}", "GAN1303")]
    [InlineData("a.0 -> a.1: {weight: 1, delay: 2}", "GAN1304")]
    [InlineData("a.0 -> a.1: {weight: 1, wieght: 2}", "GAN1012")]
    [InlineData("a -> a: {weight: [1, 1, 1, 1]}", "GAN1304")]
    [InlineData("a -> a: {type: conv2d, weight: [1]}", "GAN1304")]
    [InlineData("a -> a: {type: dense, weight: [1, 1, 1]}", "GAN1305")]
    [InlineData("a -> a: {type: dense, weight: 1}", "GAN1010")]
    public void Edges_that_cannot_be_taken_are_refused(string edge, string code) =>
        AssertFinds($"network: {{groups: [{{name: a, neurons: [0..1: {{}}]}}], edges: [{edge}]}}", code);

    [Theory]
    [InlineData("a.0: {core: 0.0}", "GAN1305")]
    [InlineData("a: {core: 0.0}, a.1: {core: 0.1}", "GAN1305")]
    [InlineData("a: {core: 0.4}", "GAN1302")]
    [InlineData("a: {core: 3}", "GAN1301")]
    [InlineData("a: {}", "GAN1011")]
    [InlineData("a.2: {core: 0.0}", "GAN1302")]
    [InlineData("b: {core: 0.0}", "GAN1302")]
    [InlineData("a.x: {core: 0.0}", "GAN1301")]
    [InlineData("a: {core: 0.0, some: loihi}", "GAN1012")]
    public void Mappings_that_cannot_be_taken_are_refused(string mapping, string code) =>
        AssertFinds($"network: {{groups: [{{name: a, neurons: [0..1: {{}}]}}]}}\nmappings: [{mapping}]", code);

    [Fact]
    public void Findings_stand_where_the_mistake_is()
    {
        var refused = Assert.Throws<InvalidInputException>(() => SanaFeReader.Read(TwoGroups.Replace("threshold: 20", "threshold: 0.5", StringComparison.Ordinal), "two.yaml"));
        Diagnostic finding = Assert.Single(refused.Diagnostics);
        Assert.Equal(("two.yaml", 6, 50), (finding.Location.File, finding.Location.Line, finding.Location.Column));
    }

    private static LoihiNeurons Registers(Network network, string name) => Assert.IsType<LoihiNeurons>(Assert.IsType<NeuronPopulation>(network[name]).Neurons);

    private static void AssertFinds(string text, string code) =>
        Assert.Equal(code, Assert.Throws<InvalidInputException>(() => SanaFeReader.Read(text, "a.yaml")).Diagnostics[0].Code);
}
