using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Reading;
using Ganglion.ChipSpec.Spec;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Reports;
using Ganglion.Compiler.Tests.Passes;
using static Ganglion.Compiler.Tests.Passes.TestNetworks;

namespace Ganglion.Compiler.Tests.Families;

public sealed class OdinFamilyTests
{
    private static readonly ChipSpec.Spec.ChipSpec Chip = Presets.Load("odin");
    private static readonly CurrentBasedNeurons Integrate = NeuronFactory.IntegrateAndFire(1.0);

    [Fact]
    public void Sources_take_the_rows_behind_the_neurons_when_neurons_act_on_others()
    {
        CoreImage core = Compile(
            Create(
                [Inputs(3), Neurons("a", 2, new OdinNeurons()), Neurons("b", 2, new OdinNeurons())],
                [Integer("in", "inputs", "a", new AllToAll(3, 2, 5)), Integer("on", "a", "b", new AllToAll(2, 2, -4))]),
            out ChipImage image);

        Assert.Equal(7, core.Compartments);
        Assert.Equal([0], Column(core, "openLoop"));
        Assert.Equal([4, 5, 6], image.Sources[0].AxonsOut.Axon);
        Assert.Equal([1, 1, 0, 0, 0, 0, 0], Column(core, "inhibitory"));
        Assert.Equal([0, 0, 0, 0, 1, 1, 1], Column(core, "disabled"));
        Assert.Equal([2, 2, 0, 0, 2, 2, 2], core.Synapses.Rows.Select(row => row.Length));
        Assert.Equal([(2, 8 | 4), (3, 8 | 4), (0, 8 | 5), (1, 8 | 5)], core.Synapses.Words.Skip(2).Take(4).Select(word => ((int)(word & 0xffff), (int)(word >> 16))));
        Assert.Empty(core.AxonsOut.Core);
    }

    [Fact]
    public void Sources_and_neurons_share_the_rows_when_no_neuron_acts_on_others()
    {
        CoreImage core = Compile(Feedforward(256, 256, new OdinNeurons(), new OneToOne(3), new IntegerWeights()), out ChipImage image);

        Assert.Equal(256, core.Compartments);
        Assert.Equal([1], Column(core, "openLoop"));
        Assert.Equal(Enumerable.Range(0, 256), image.Sources[0].AxonsOut.Axon);
    }

    [Fact]
    public void Scale_leaves_the_smallest_error_of_the_weights()
    {
        // 0.5 and 1 are exact with 2, 4 or 6 for the largest; 7 would round.
        CompilationResult result = NetworkCompiler.Compile(Feedforward(2, 1, Integrate, new AllToAll(2, 1, [0.5, 1.0])), Chip);

        Assert.Equal(6, Assert.Single(result.Quantization.Populations).Scale);
        Assert.Equal([8 | 3, 8 | 6], result.Image.Cores[0].Synapses.Words.Select(word => (int)(word >> 16)));
        Assert.Equal(7, Column(result.Image.Cores[0], "threshold")[0]);
        Assert.Equal(1.0 / 6, result.Image.Populations[1].PotentialScale);
        Assert.Equal(0, Assert.Single(result.Quantization.Projections).MaximumError);
    }

    [Theory]
    [InlineData(1.0, 8)]
    [InlineData(0.99, 7)]
    [InlineData(0.0, 1)]
    [InlineData(30.0, 211)]
    [InlineData(100.0, 201)]
    [InlineData(300.0, 255)]
    public void Threshold_of_the_network_is_exceeded_where_that_of_the_chip_is_reached(double threshold, int register) =>
        Assert.Equal(register, Column(Compile(Feedforward(1, 1, NeuronFactory.IntegrateAndFire(threshold), new AllToAll(1, 1, 1)), out _), "threshold")[0]);

    [Fact]
    public void Negative_bias_becomes_a_leak_with_a_time_reference_in_every_timestep()
    {
        CoreImage core = Compile(Feedforward(1, 1, NeuronFactory.IntegrateAndFire(1.0, current: -0.3), new AllToAll(1, 1, 1)), out _);

        Assert.Equal([2], Column(core, "leak"));
        Assert.Equal([1], Column(core, "leakEnabled"));
        Assert.Equal([1], Column(core, "timeReferencePeriod"));
    }

    [Fact]
    public void Inhibition_of_neurons_in_physical_units_is_a_loss()
    {
        CompilationResult result = NetworkCompiler.Compile(
            Create([Inputs(1), Inputs(1, "stop"), Neurons("n", 1, Integrate)], [Project("go", "inputs", "n", new AllToAll(1, 1, 1)), Project("no", "stop", "n", new AllToAll(1, 1, -1))]),
            Chip);

        Diagnostic loss = Assert.Single(result.Diagnostics);
        Assert.Equal(("GAN2439", DiagnosticSeverity.Warning, "population 'n'"), (loss.Code, loss.Severity, loss.Location.Path));
    }

    [Theory]
    [InlineData(0, 0, new[] { 1, 1 })]
    [InlineData(1, 1, new[] { 0, -1 })]
    [InlineData(1, 0, new[] { 0, 0 })]
    public void Layers_run_as_far_behind_as_their_delays_say(int first, int second, int[] late)
    {
        CompilationResult result = NetworkCompiler.Compile(
            Create(
                [Inputs(1), Neurons("a", 1, Integrate), Neurons("b", 1, Integrate)],
                [Project("in", "inputs", "a", new AllToAll(1, 1, 2, first)), Project("on", "a", "b", new AllToAll(1, 1, 2, second))]),
            Chip);

        Assert.Empty(result.Diagnostics);
        Assert.Equal(late, result.Quantization.Populations.Select(population => population.PipelineDelay));
    }

    [Fact]
    public void Loops_and_shortcuts_act_earlier_than_the_network_says()
    {
        CompilationResult loop = NetworkCompiler.Compile(
            Create([Inputs(1), Neurons("a", 2, Integrate)], [Project("in", "inputs", "a", new AllToAll(1, 2, 2)), Project("loop", "a", "a", new AllToAll(2, 2, 0.5))]), Chip);
        CompilationResult given = NetworkCompiler.Compile(
            Create([Inputs(1), Neurons("a", 2, new OdinNeurons())], [Integer("in", "inputs", "a", new AllToAll(1, 2, 2)), Integer("loop", "a", "a", new AllToAll(2, 2, 1))]), Chip);

        Diagnostic early = Assert.Single(loop.Diagnostics);
        Assert.Equal(("GAN2438", DiagnosticSeverity.Warning, "network"), (early.Code, early.Severity, early.Location.Path));
        Assert.Contains("'loop'", early.Found, StringComparison.Ordinal);
        Assert.Empty(given.Diagnostics);
    }

    [Fact]
    public void Specification_cannot_promise_more_than_the_registers_hold()
    {
        ChipSpec.Spec.ChipSpec generous = Chip with
        {
            Core = Chip.Core with { Compartments = 1000, InAxons = null },
            Synapse = Chip.Synapse with { Weights = new IntegerRange(-100, 100) },
            Compartment = Chip.Compartment with { ThresholdMantissa = new IntegerRange(0, 10_000), Leak = new IntegerRange(0, 10_000), PotentialBits = 16 },
        };
        Network network = Feedforward(2, 1, NeuronFactory.IntegrateAndFire(300.0, current: -150.0), new AllToAll(2, 1, [0.7, 100]));

        Assert.Equivalent(NetworkCompiler.Compile(network, Chip).Image.Cores, NetworkCompiler.Compile(network, generous).Image.Cores);
        Assert.Equal("GAN2432", Assert.Single(Refusal(Feedforward(257, 1, Integrate, new AllToAll(257, 1, 1)), generous)).Code);
    }

    [Fact]
    public void Mapping_is_reported()
    {
        Network network = Feedforward(4, 3, new OdinNeurons(), new AllToAll(4, 3, 5), new IntegerWeights());

        MappingQuality quality = NetworkCompiler.Compile(network, Chip).Quality;

        Assert.Equal((1, 12L), (quality.Cores, quality.Synapses));
        Assert.Equal(4, quality.Utilization.Single(use => use.Resource == "compartments").Largest);
    }

    private static Projection Integer(string name, string source, string target, Connectivity connectivity) =>
        Project(name, source, target, connectivity, new IntegerWeights());

    private static CoreImage Compile(Network network, out ChipImage image)
    {
        image = NetworkCompiler.Compile(network, Chip).Image;
        return Assert.Single(image.Cores);
    }

    private static int[] Column(CoreImage core, string name) => core.Parameters.Single(column => column.Name == name).Values;
}
