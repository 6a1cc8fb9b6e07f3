using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Reading;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Tests.Passes;

namespace Ganglion.Compiler.Tests.Families;

/// <summary>What TrueNorth and RANC cannot do is refused with a code, the place and a remedy.</summary>
public sealed class TrueNorthRefusalTests
{
    private static readonly ChipSpec.Spec.ChipSpec TrueNorth = Presets.Load("truenorth");
    private static readonly ChipSpec.Spec.ChipSpec Ranc = Presets.Load("ranc");

    private static CurrentBasedNeurons Physical { get; } = TestNetworks.Integrators();

    [Theory]
    [InlineData(0.9, 0.0, "potential decay is 0.9")]
    [InlineData(1.0, 0.5, "current decay is 0.5")]
    public void Exponential_decay(double potential, double current, string found) =>
        Expect(One(Physical with { PotentialDecay = [potential], CurrentDecay = [current] }), "GAN2411", "population 'neurons'", found);

    [Fact]
    public void Neurons_without_threshold() =>
        Expect(One(Physical with { Threshold = [double.PositiveInfinity] }), "GAN2412", "population 'neurons'", "threshold is Infinity");

    [Fact]
    public void Refractory_periods() =>
        Expect(One(Physical with { Refractory = [2] }), "GAN2005", "population 'neurons'", "refractory period is 2");

    [Fact]
    public void Neurons_of_another_family() =>
        Expect(One(new LoihiNeurons(), new IntegerWeights()), "GAN2002", "population 'neurons'", "LoihiNeurons");

    [Fact]
    public void Weights_that_are_none_of_the_four() =>
        Expect(
            TestNetworks.Feedforward(1, 2, new TrueNorthNeurons { Weight0 = [3, 4] }, new AllToAll(1, 2, [3, 3]), new IntegerWeights()),
            "GAN2413", "projection 'forward'", "weight 3 onto neuron 1 of 'neurons'");

    [Fact]
    public void Physical_weights_onto_registers() =>
        Expect(One(new TrueNorthNeurons()), "GAN2008", "projection 'forward'", "physical weights");

    [Fact]
    public void Weight_exponents() =>
        Expect(One(new TrueNorthNeurons(), new IntegerWeights(Exponent: 1)), "GAN2007", "projection 'forward'", "exponent 1");

    [Theory]
    [InlineData(16)]
    [InlineData(40)]
    public void Delays_beyond_the_scheduler(int delay) =>
        Expect(
            TestNetworks.Feedforward(1, 1, new TrueNorthNeurons(), new AllToAll(1, 1, 1, delay), new IntegerWeights()),
            "GAN2004", "projection 'forward'", $"a delay of {delay} timesteps");

    [Fact]
    public void More_sources_than_axons() =>
        Expect(
            TestNetworks.Feedforward(257, 2, Physical, new AllToAll(257, 2, 0.5)),
            "GAN2201", "population 'neurons'", "neuron 0 (one of 2 such neurons) alone needs up to 257 of incoming axons");

    [Fact]
    public void More_axons_than_copies_of_a_neuron() =>
        Expect(
            TestNetworks.Create(
                [TestNetworks.Neurons("hub", 1, new TrueNorthNeurons()), TestNetworks.Neurons("targets", 66_000, new TrueNorthNeurons())],
                [TestNetworks.Project("out", "hub", "targets", new AllToAll(1, 66_000, 1.0), new IntegerWeights())]),
            "GAN2414", "population 'hub'", "neuron 0 reaches 258 axons");

    [Fact]
    public void More_neurons_than_cores() =>
        Expect(
            TestNetworks.Create([TestNetworks.Neurons("many", 4000, new TrueNorthNeurons { NegativeThreshold = [0] })], []),
            "GAN2202", "network", "16 cores needed", Ranc);

    [Fact]
    public void More_neurons_on_a_core_than_it_has() =>
        Expect(
            TestNetworks.Create([TestNetworks.Neurons("many", 257, new TrueNorthNeurons(), [.. Enumerable.Repeat(7, 257)])], []),
            "GAN2203", "core 7", "257 compartments");

    [Theory]
    [InlineData("stochastic-synapse")]
    [InlineData("stochastic-leak")]
    [InlineData("stochastic-threshold")]
    [InlineData("leak-reversal")]
    [InlineData("negative-saturation")]
    [InlineData("no-reset")]
    public void Modes_that_ranc_lacks(string mode) =>
        Expect(One(WithMode(mode), new IntegerWeights()), "GAN2415", "population 'neurons'", $"needs '{mode}'", Ranc);

    [Fact]
    public void The_mode_that_truenorth_lacks() =>
        Expect(One(WithMode("inclusive-negative-threshold"), new IntegerWeights()), "GAN2415", "population 'neurons'", "needs 'inclusive-negative-threshold'");

    [Fact]
    public void Registers_out_of_range() =>
        Expect(One(new TrueNorthNeurons { Weight3 = [256] }, new IntegerWeights()), "GAN2006", "population 'neurons'", "weight of axon type 3 is 256");

    [Fact]
    public void Destinations_out_of_reach()
    {
        ChipSpec.Spec.ChipSpec wide = TrueNorth with { Mesh = TrueNorth.Mesh with { Width = 300 } };
        Expect(
            TestNetworks.Create(
                [TestNetworks.Neurons("west", 1, new TrueNorthNeurons(), [0]), TestNetworks.Neurons("east", 1, new TrueNorthNeurons(), [64 * 256])],
                [TestNetworks.Project("far", "west", "east", new OneToOne(1), new IntegerWeights())]),
            "GAN2416", "core 0", "a destination 256 tiles away", wide);
    }

    [Fact]
    public void Weights_beyond_any_scale() =>
        Expect(TestNetworks.Feedforward(1, 1, Physical, new AllToAll(1, 1, 1e200)), "GAN2112", "population 'neurons'", "beyond any common scale");

    [Fact]
    public void A_bias_where_the_chip_has_no_leak() =>
        Expect(
            One(Physical with { Bias = [0.5] }), "GAN2112", "population 'neurons'", "beyond any common scale",
            TrueNorth with { Compartment = TrueNorth.Compartment with { Leak = new(0, 0) } });

    [Fact]
    public void Chips_with_another_number_of_axon_types() =>
        Expect(One(Physical), "GAN2002", "population 'neurons'", "3 axon types", TrueNorth with { Synapse = TrueNorth.Synapse with { AxonTypes = 3 } });

    [Fact]
    public void Chips_with_an_endless_scheduler() =>
        Expect(
            One(Physical), "GAN2002", "population 'neurons'", "delays up to 60000",
            TrueNorth with { Synapse = TrueNorth.Synapse with { Delay = new(0, 60_000) } });

    private static Network One(NeuronParameters neurons, WeightUnit? unit = null) =>
        TestNetworks.Feedforward(1, 1, neurons, new AllToAll(1, 1, 1.0), unit);

    private static TrueNorthNeurons WithMode(string mode) => mode switch
    {
        "stochastic-synapse" => new TrueNorthNeurons { StochasticTypes = [1] },
        "stochastic-leak" => new TrueNorthNeurons { StochasticLeak = [1] },
        "stochastic-threshold" => new TrueNorthNeurons { ThresholdMask = [1] },
        "leak-reversal" => new TrueNorthNeurons { LeakReversal = [1] },
        "negative-saturation" => new TrueNorthNeurons { NegativeSaturates = [1] },
        "no-reset" => new TrueNorthNeurons { ResetMode = [2] },
        _ => new TrueNorthNeurons { NegativeInclusive = [1] },
    };

    private static void Expect(Network network, string code, string place, string found, ChipSpec.Spec.ChipSpec? chip = null)
    {
        Diagnostic refusal = Assert.Single(TestNetworks.Refusal(network, chip ?? TrueNorth), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

        Assert.Equal((code, place), (refusal.Code, refusal.Location?.Path));
        Assert.Contains(found, refusal.Found, StringComparison.Ordinal);
        Assert.False(string.IsNullOrEmpty(refusal.Remedy) && string.IsNullOrEmpty(refusal.Allowed));
    }
}
