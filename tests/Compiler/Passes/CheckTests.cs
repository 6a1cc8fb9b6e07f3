using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Spec;
using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Tests.Passes;

public sealed class CheckTests
{
    private static readonly ListedSynapses OneSynapse = new((0, 0, 1, 1));

    [Fact]
    public void Everything_that_is_wrong_is_reported_at_once()
    {
        Network network = TestNetworks.Create(
            [
                TestNetworks.Inputs(1),
                TestNetworks.Neurons("a", 2, new CurrentBasedNeurons { Threshold = [1], ResetMode = ResetMode.Subtract, Refractory = [64] }),
                TestNetworks.Neurons("b", 2, new CurrentBasedNeurons { Threshold = [1], PotentialDecay = [-0.5] }),
            ],
            [
                TestNetworks.Project("late", "inputs", "a", new ListedSynapses((0, 0, 1, 64))),
                TestNetworks.Project("odd", "inputs", "b", new ListedSynapses((0, 1, double.NaN, 1))),
                TestNetworks.Project("mixed", "inputs", "b", OneSynapse, new IntegerWeights(7)),
            ]);

        string[] expected =
        [
            "SubtractiveReset", "RefractoryOutOfRange", "DecayNotRepresentable", "DelayOutOfRange", "InvalidWeight",
            "WeightFormatNotStorable", "WeightUnitMismatch",
        ];
        Assert.Equal(
            [.. expected.Select(name => ((DiagnosticDescriptor)typeof(CompilerDiagnostics).GetField(name)!.GetValue(null)!).Code).Order()],
            TestNetworks.Refusal(network, TestChips.Loihi).Select(d => d.Code).Order());
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(63, 62)]
    public void A_delay_counts_from_the_timestep_after_the_spike(int delay, int chipDelay)
    {
        Network network = TestNetworks.Feedforward(1, 1, TestNetworks.Integrators(), new ListedSynapses((0, 0, 1, delay)));

        Assert.Equal(chipDelay, Assert.Single(DecodedImage.Synapses(NetworkCompiler.Compile(network, TestChips.Loihi).Image)).Delay);
    }

    [Theory]
    [InlineData(64)]
    [InlineData(-1)]
    public void A_delay_outside_the_chip_is_refused(int delay)
    {
        Network network = TestNetworks.Feedforward(1, 1, TestNetworks.Integrators(), new ListedSynapses((0, 0, 1, delay)));

        Diagnostic diagnostic = Assert.Single(TestNetworks.Refusal(network, TestChips.Loihi));

        Assert.Equal(CompilerDiagnostics.DelayOutOfRange, diagnostic.Descriptor);
        Assert.Equal("projection 'forward'", diagnostic.Location.Path);
        Assert.Equal("0 to 63 timesteps", diagnostic.Allowed);
    }

    [Theory]
    [InlineData(255, SignMode.Mixed, true)]
    [InlineData(256, SignMode.Mixed, false)]
    [InlineData(-256, SignMode.Mixed, true)]
    [InlineData(-1, SignMode.Excitatory, false)]
    [InlineData(1, SignMode.Inhibitory, false)]
    [InlineData(1.5, SignMode.Mixed, false)]
    public void An_integer_weight_must_fit_its_format(double weight, SignMode sign, bool fits)
    {
        Network network = TestNetworks.Feedforward(
            1, 1, new LoihiNeurons(), new ListedSynapses((0, 0, weight, 1)), new IntegerWeights(Sign: sign));
        if (fits)
        {
            NetworkCompiler.Compile(network, TestChips.Loihi);
        }
        else
        {
            Assert.Equal(CompilerDiagnostics.InvalidWeight, Assert.Single(TestNetworks.Refusal(network, TestChips.Loihi)).Descriptor);
        }
    }

    [Fact]
    public void Physical_weights_do_not_reach_neurons_in_registers()
    {
        Network network = TestNetworks.Feedforward(1, 1, new LoihiNeurons(), OneSynapse);

        Assert.Equal(CompilerDiagnostics.WeightUnitMismatch, Assert.Single(TestNetworks.Refusal(network, TestChips.Loihi)).Descriptor);
    }

    [Fact]
    public void An_integrator_without_threshold_may_reset_as_it_likes()
    {
        CurrentBasedNeurons integrator = new() { ResetMode = ResetMode.Subtract };

        NetworkCompiler.Compile(TestNetworks.Feedforward(1, 1, integrator, OneSynapse), TestChips.Loihi);
    }

    [Fact]
    public void A_register_beyond_the_range_of_the_chip_is_refused()
    {
        ChipSpec.Spec.ChipSpec chip = TestChips.Loihi with { Compartment = TestChips.Loihi.Compartment with { ThresholdMantissa = new IntegerRange(0, 99) } };
        Network network = TestNetworks.Create([TestNetworks.Neurons("n", 3, new LoihiNeurons { ThresholdMantissa = [99, 100, 101] })], []);

        Diagnostic diagnostic = Assert.Single(TestNetworks.Refusal(network, chip));

        Assert.Equal(CompilerDiagnostics.RegisterOutOfRange, diagnostic.Descriptor);
        Assert.Equal(("threshold mantissa of neuron 1 is 100, and 1 more", "0..99"), (diagnostic.Found, diagnostic.Allowed));
    }

    [Fact]
    public void A_chip_must_be_one_that_the_compiler_knows()
    {
        Network network = TestNetworks.Create([TestNetworks.Neurons("n", 1, new LoihiNeurons())], []);
        ChipSpec.Spec.ChipSpec chip = TestChips.Loihi;

        AssertRefused(CompilerDiagnostics.UnsupportedFamily, chip with { Family = "other" });
        AssertRefused(CompilerDiagnostics.UnsupportedRouting, chip with { Mesh = chip.Mesh with { Routing = "yx" } });
        AssertRefused(CompilerDiagnostics.UnsupportedModel, chip with { Compartment = chip.Compartment with { Models = ["another"] } });

        void AssertRefused(DiagnosticDescriptor kind, ChipSpec.Spec.ChipSpec other) =>
            Assert.Equal(kind, Assert.Single(TestNetworks.Refusal(network, other)).Descriptor);
    }

    [Theory]
    [InlineData(7, 4)]
    [InlineData(8, 0)]
    public void Options_must_fit_the_chip(int bits, int minimumCores)
    {
        Network network = TestNetworks.Create([TestNetworks.Neurons("n", 1, new LoihiNeurons())], []);

        Assert.Equal(
            CompilerDiagnostics.InvalidOption,
            Assert.Single(TestNetworks.Refusal(network, TestChips.Loihi, new CompilerOptions { WeightBits = bits, MinimumCores = minimumCores })).Descriptor);
    }

    [Fact]
    public void A_network_that_would_fill_the_memory_is_refused_before_it_is_read()
    {
        Network network = TestNetworks.Feedforward(60_000, 60_000, TestNetworks.Integrators(), new AllToAll(60_000, 60_000, 1.0));

        Assert.Equal(CompilerDiagnostics.NetworkTooLarge, Assert.Single(TestNetworks.Refusal(network, TestChips.Unbounded)).Descriptor);
    }

    [Fact]
    public void What_a_builder_would_refuse_is_refused()
    {
        Network network = TestNetworks.Create(
            [TestNetworks.Inputs(1), TestNetworks.Neurons("n", 2, TestNetworks.Integrators())],
            [TestNetworks.Project("p", "inputs", "m", OneSynapse)]);

        Assert.Equal(NetworkDiagnostics.UnknownName, Assert.Single(TestNetworks.Refusal(network, TestChips.Loihi)).Descriptor);
    }
}
