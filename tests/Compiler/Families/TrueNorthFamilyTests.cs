using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Reading;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Reports;
using Ganglion.Compiler.Tests.Passes;

namespace Ganglion.Compiler.Tests.Families;

/// <summary>How networks become crossbars: axons, types, copies, and weights that are sums of four.</summary>
public sealed class TrueNorthFamilyTests
{
    private static readonly ChipSpec.Spec.ChipSpec Chip = Presets.Load("truenorth");
    private static readonly IntegerWeights Integer = new();

    [Fact]
    public void A_source_whose_weights_share_a_type_takes_one_axon()
    {
        CoreImage core = Assert.Single(Compile(TestNetworks.Feedforward(
            1, 3, new TrueNorthNeurons { Weight0 = [1, 2, 3], Weight2 = [5, 6, 7] }, new AllToAll(1, 3, [5, 6, 7]), Integer)).Cores);

        Assert.Equal([2, 2, 2], core.Synapses.Words.Select(word => (int)(word >> 16)));
        Assert.Single(core.Synapses.Rows);
    }

    [Fact]
    public void Weights_of_two_types_and_two_delays_take_an_axon_each()
    {
        ChipImage image = Compile(TestNetworks.Feedforward(
            1, 3, new TrueNorthNeurons { Weight0 = [4], Weight1 = [-2] },
            Explicit.FromSynapses(1, [(0, new Synapse(0, 4, 1)), (0, new Synapse(1, -2, 1)), (0, new Synapse(2, 4, 15))]), Integer));

        AxonTable axons = Assert.Single(image.Sources).AxonsOut;
        Assert.Equal([0, 3], axons.First);
        Assert.Equal([0, 0, 14], axons.Delay);
        Assert.Equal(3, Assert.Single(image.Cores).Usage.InAxons);
    }

    [Fact]
    public void Two_synapses_of_one_pair_take_two_axons() => Assert.Equal(2, Assert.Single(Compile(TestNetworks.Feedforward(
        1, 1, new TrueNorthNeurons { Weight0 = [4] }, Explicit.FromSynapses(1, [(0, new Synapse(0, 4, 1)), (0, new Synapse(0, 4, 1))]), Integer)).Cores).Usage.InAxons);

    [Fact]
    public void A_neuron_that_reaches_two_cores_is_copied_beside_itself()
    {
        ChipImage image = Compile(TestNetworks.Create(
            [
                TestNetworks.Inputs(1),
                TestNetworks.Neurons("hub", 2, new TrueNorthNeurons { Weight0 = [1, 2] }, [0, 0]),
                TestNetworks.Neurons("west", 1, new TrueNorthNeurons(), [1]),
                TestNetworks.Neurons("east", 1, new TrueNorthNeurons(), [2]),
            ],
            [
                TestNetworks.Project("in", "inputs", "hub", new AllToAll(1, 2, [1, 2]), Integer),
                TestNetworks.Project("to west", "hub", "west", new AllToAll(2, 1, 1.0), Integer),
                TestNetworks.Project("to east", "hub", "east", Explicit.FromSynapses(2, [(1, new Synapse(0, 1, 1))]), Integer),
            ]));

        CoreImage hub = image.Cores[0];
        Assert.Equal((3, 2), (hub.Compartments, Assert.Single(hub.Runs).Count));
        Assert.Equal([1, 2, 2], Column(hub, "weight0"));
        Assert.Equal([0u, 1u, 2u], hub.Synapses.Words.Select(word => word & 0xFFFF));
        Assert.Equal([0, 1, 2, 3], hub.AxonsOut.First);
        Assert.Equal([1, 1, 2], hub.AxonsOut.Core);
    }

    [Theory]
    [InlineData(64, 4)]
    [InlineData(85, 3)]
    [InlineData(128, 2)]
    [InlineData(129, 1)]
    [InlineData(256, 1)]
    public void Weights_get_as_many_bits_as_axons_leave_room_for(int sources, int bits)
    {
        CompilationResult result = NetworkCompiler.Compile(
            TestNetworks.Feedforward(sources, 2, TestNetworks.Integrators(3), new AllToAll(sources, 2, Weights(sources * 2, 1000))), Chip);

        Assert.Equal(bits, Assert.Single(result.Quantization.Projections).Bits);
        Assert.Equal(bits == 1, result.Diagnostics.Any(diagnostic => diagnostic.Code == "GAN2417"));
        Assert.InRange(Assert.Single(result.Image.Cores).Usage.InAxons, 1, 256);
    }

    [Fact]
    public void Sixteen_levels_are_exact()
    {
        ProjectionQuantization loss = Loss(64, [.. Enumerable.Range(0, 64 * 5).Select(i => ((i * 7 % 16) - 8) * 0.3)]);

        Assert.InRange(loss.MaximumError, 0, 1e-9);
    }

    [Fact]
    public void Excitatory_and_inhibitory_sources_are_exact_with_one_axon_each() =>
        Assert.InRange(Loss(200, [.. Enumerable.Range(0, 200 * 5).Select(i => i % 200 < 160 ? 0.1 : -0.4)]).MaximumError, 0, 0.1 / 255);

    [Fact]
    public void Continuous_weights_of_four_bits_are_off_by_a_tenth_at_most()
    {
        double[] weights = Weights(64 * 20, 1 << 20);

        Assert.InRange(Loss(64, weights).RootMeanSquareError, 0, 0.1 * Math.Sqrt(weights.Average(w => w * w)));
    }

    [Fact]
    public void Threshold_bias_and_potential_count_from_the_reset_value()
    {
        CurrentBasedNeurons neurons = new()
        {
            Threshold = [2.0],
            Reset = [-1.0],
            Bias = [-0.5],
            InitialPotential = [0.25],
            ResetMode = ResetMode.Subtract,
        };
        ChipImage image = Compile(TestNetworks.Feedforward(1, 1, neurons, new AllToAll(1, 1, 1.0)));

        CoreImage core = Assert.Single(image.Cores);
        double scale = 1 / image.Populations[1].PotentialScale!.Value;
        Assert.Equal([(int)Math.Floor(3 * scale) + 1], Column(core, "threshold"));
        Assert.Equal([(int)Math.Round(-0.5 * scale)], Column(core, "leak"));
        Assert.Equal([(int)Math.Round(1.25 * scale)], Column(core, "v"));
        Assert.Equal([1], Column(core, "resetMode"));
        Assert.Equal([-262_143], Column(core, "negativeThreshold"));
        Assert.Equal([1], Column(core, "negativeSaturates"));
    }

    [Fact]
    public void Only_stochastic_neurons_carry_their_logical_ids()
    {
        Assert.DoesNotContain(Assert.Single(Compile(Registers(new TrueNorthNeurons())).Cores).Parameters, column => column.Name == "logicalId");
        Assert.Equal([1], Column(Assert.Single(Compile(Registers(new TrueNorthNeurons { ThresholdMask = [3] })).Cores), "logicalId"));
    }

    private static Network Registers(TrueNorthNeurons neurons) => TestNetworks.Feedforward(1, 1, neurons, new AllToAll(1, 1, 1.0), Integer);

    private static ChipImage Compile(Network network) => NetworkCompiler.Compile(network, Chip).Image;

    private static ProjectionQuantization Loss(int sources, double[] byTarget)
    {
        int targets = byTarget.Length / sources;
        (int, Synapse)[] synapses = [.. byTarget.Select((weight, i) => (i % sources, new Synapse(i / sources, weight, 1)))];
        return Assert.Single(NetworkCompiler.Compile(
            TestNetworks.Feedforward(sources, targets, TestNetworks.Integrators(3), Explicit.FromSynapses(sources, synapses)), Chip).Quantization.Projections);
    }

    private static int[] Column(CoreImage core, string name) => core.Parameters.Single(column => column.Name == name).Values;

    /// <summary>Weights between −1 and 1 that no four values make up.</summary>
    private static double[] Weights(int count, int period) => [.. Enumerable.Range(0, count).Select(i => ((i * 7919L * 31 % period) - (period / 2.0)) / (period / 2.0))];
}
