using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Reading;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Tests.Passes;

/// <summary>What becomes of networks on Xylo, and what is refused.</summary>
public sealed class XyloTests
{
    private static readonly ChipSpec.Spec.ChipSpec Xylo = Presets.Load("xylo-a2");

    private static readonly CurrentBasedNeurons Subtracting = new()
    {
        CurrentDecay = [0.75],
        CurrentGain = [0.25],
        PotentialDecay = [0.9375],
        InputGain = [0.0625],
        Threshold = [1],
        ResetMode = ResetMode.Subtract,
    };

    [Fact]
    public void Channels_come_before_hidden_neurons_and_outputs_last_whatever_their_order_in_the_network()
    {
        Network network = Build(builder => builder
            .AddPopulation("out", [2], new XyloNeurons { Threshold = [7] })
            .AddPopulation("hidden", [3], new XyloNeurons { Threshold = [8], Alias = [-1, 0, -1] })
            .AddSource("late", [2], new ExternalSource())
            .Connect("hidden", "out", new AllToAll(3, 2, [3]), unit: new IntegerWeights())
            .Connect("hidden", "hidden", new OneToOne(4), unit: new IntegerWeights(Exponent: 2))
            .Connect("late", "hidden", new AllToAll(2, 3, [5]), unit: new IntegerWeights(Exponent: 3), receptor: 1)
            .Output("out"));

        CoreImage core = Assert.Single(NetworkCompiler.Compile(network, Xylo).Image.Cores);

        Assert.Equal([(1, 0, 3), (0, 3, 2)], core.Runs.Select(run => (run.Population, run.FirstCompartment, run.Count)));
        Assert.Equal([2], Column(core, "inputAxons"));
        Assert.Equal([8, 8, 8, 7, 7], Column(core, "threshold"));
        Assert.Equal([31, 31, 31, 1, 1], Column(core, "maximumSpikes"));
        Assert.Equal([-1, 0, -1, -1, -1], Column(core, "alias"));
        Assert.Equal([(8, 40), (9, 40), (10, 40)], Row(core, 0));
        Assert.Equal([(1, 16), (3, 3), (4, 3)], Row(core, 3));
        Assert.Equal((8, 2), (core.Synapses.SlotStride, core.Synapses.DelaySlots));
        Assert.Equal([2, 3, 4], core.AxonsOut.Axon);
    }

    [Fact]
    public void An_output_that_a_source_reaches_takes_hidden_neurons_with_a_word()
    {
        Network network = Build(builder => Fed(builder, "only", 9, new XyloNeurons()).Output("only"));

        CompilationResult result = NetworkCompiler.Compile(network, Xylo);

        Assert.Equal([31], Column(result.Image.Cores[0], "maximumSpikes"));
        Diagnostic warning = Assert.Single(result.Diagnostics, d => d.Code == "GAN2428");
        Assert.Equal(("population 'only'", DiagnosticSeverity.Warning), (warning.Location.Path, warning.Severity));
    }

    [Fact]
    public void What_does_not_fit_is_refused_with_every_reason_at_once()
    {
        CurrentBasedNeurons resetting = Subtracting with { ResetMode = ResetMode.ToValue };
        Network network = Build(builder => builder
            .AddSource("s", [17], new ExternalSource())
            .AddPopulation("h", [1001], resetting)
            .AddPopulation("o", [9], Subtracting with { Threshold = [double.PositiveInfinity], Refractory = [2] })
            .Connect("s", "h", new AllToAll(17, 1001, [1], delay: 2))
            .Connect("h", "o", new AllToAll(1001, 9, [1]))
            .Output("o"));

        IReadOnlyList<Diagnostic> found = TestNetworks.Refusal(network, Xylo);

        Expect(found, "GAN2420", "network", "17 source neurons", "at most 16");
        Expect(found, "GAN2421", "network", "1,001 hidden neurons", "at most 1,000");
        Expect(found, "GAN2422", "network", "9 output neurons", "at most 8");
        Expect(found, "GAN2426", "population 'h'", "a spike resets the potential to a value", "subtract the threshold");
        Expect(found, "GAN2427", "population 'o'", "neurons that never fire", "neurons with a threshold");
        Expect(found, "GAN2005", "population 'o'", "refractory period is 2", "1..1 timesteps");
        Expect(found, "GAN2004", "projection 's -> h'", "a delay of 2 timesteps", "0 to 1 timesteps");
        Assert.Equal(7, found.Count);
        Assert.All(found, diagnostic => Assert.NotNull(diagnostic.Remedy ?? diagnostic.Allowed));
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(-1.0)]
    public void A_threshold_is_above_0(double threshold) => Expect(
        TestNetworks.Refusal(TestNetworks.Feedforward(1, 1, Subtracting with { Threshold = [threshold] }, new OneToOne(1)), Xylo),
        "GAN2427", "population 'neurons'", $"threshold is {threshold}", "above 0");

    [Fact]
    public void One_group_of_weights_has_one_exponent()
    {
        Network network = Build(builder => Fed(Fed(builder, "a", 1, new XyloNeurons()), "b", 1, new XyloNeurons(), exponent: 2)
            .Connect("a", "b", new OneToOne(1), unit: new IntegerWeights(Exponent: 5)));

        Diagnostic diagnostic = Assert.Single(TestNetworks.Refusal(network, Xylo));

        Expect([diagnostic], "GAN2424", "projection 's -> b'", "exponent 2, where projection 's -> a' has 0", "one exponent for all input weights");
        Assert.Equal("one exponent, and scaled weights", diagnostic.Remedy);
    }

    [Theory]
    [InlineData(-129)]
    [InlineData(128)]
    public void Weights_have_8_bits(int weight) => Expect(
        TestNetworks.Refusal(Build(builder => Fed(builder, "a", 1, new XyloNeurons(), weight: weight)), Xylo),
        "GAN2009", "projection 's -> a'", $"weight {weight} from neuron 0 to neuron 0", "whole numbers -128 to 127");

    [Fact]
    public void Shifts_have_3_bits() => Expect(
        TestNetworks.Refusal(Build(builder => Fed(builder, "a", 1, new XyloNeurons(), exponent: -1)), Xylo),
        "GAN2007", "projection 's -> a'", "weight exponent -1", "0..7");

    [Fact]
    public void Output_neurons_have_one_synapse_state_and_no_alias()
    {
        Network network = Build(builder => Fed(builder, "h", 2, new XyloNeurons { Alias = [0, -1] })
            .AddPopulation("o", [2], new XyloNeurons { Alias = [1, -1] })
            .Connect("h", "o", new OneToOne(1), unit: new IntegerWeights(), receptor: 1)
            .Output("o"));

        IReadOnlyList<Diagnostic> found = TestNetworks.Refusal(network, Xylo);

        Expect(found, "GAN2425", "population 'h'", "neuron 0 is its own alias", "another neuron");
        Expect(found, "GAN2425", "population 'o'", "output neurons with an alias", "no alias");
        Expect(found, "GAN2425", "projection 'h -> o'", "receptor 1 of 'o', which takes output neurons", "receptor 0");
    }

    [Fact]
    public void Synapses_between_hidden_neurons_are_limited_per_neuron_and_in_all()
    {
        Network dense = Build(builder => Fed(builder, "h", 64, new XyloNeurons())
            .Connect("h", "h", new AllToAll(64, 64, [1]), unit: new IntegerWeights()));
        Network many = Build(builder => Fed(builder, "h", 300, new XyloNeurons())
            .Connect("h", "h", new AllToAll(300, 300, [1]), unit: new IntegerWeights()));

        Expect(TestNetworks.Refusal(dense, Xylo), "GAN2201", "population 'h'", "neuron 0 (one of 64 such neurons) alone needs up to 64 of synapses per neuron", "63 per core");
        Expect(TestNetworks.Refusal(many, Xylo), "GAN2423", "network", "90,000 synapses between hidden neurons", "at most 64,000");
    }

    [Fact]
    public void Neurons_of_another_family_are_refused()
    {
        Network network = Build(builder => Fed(builder, "a", 1, new LoihiNeurons()));

        Expect(TestNetworks.Refusal(network, Xylo), "GAN2002", "population 'a'", "neurons described by LoihiNeurons", "current-based neurons or Xylo registers");
    }

    [Fact]
    public void Neurons_of_Xylo_are_refused_by_Loihi_and_their_weights_need_no_word_of_their_own()
    {
        IReadOnlyList<Diagnostic> found = TestNetworks.Refusal(Build(builder => Fed(builder, "a", 1, new XyloNeurons())), TestChips.Loihi);

        Expect([Assert.Single(found)], "GAN2002", "population 'a'", "neurons described by XyloNeurons", null);
    }

    [Theory]
    [InlineData(0.75, 2)]
    [InlineData(0.9375, 4)]
    [InlineData(0.92, 4)]        // 1 / 0.08 is 12.5, 2^3.64
    [InlineData(0.0, 1)]         // 0 would lose the input
    [InlineData(1.0, 15)]
    public void Decay_of_the_current_becomes_the_nearest_dash(double kept, int dash) =>
        Assert.Equal([dash], Column(Physical(Subtracting with { CurrentDecay = [kept] }).Image.Cores[0], "synapseDash"));

    [Theory]
    [InlineData(0.0, 0)]
    [InlineData(0.5, 1)]
    [InlineData(1.0, 15)]
    public void Decay_of_the_potential_becomes_the_nearest_dash(double kept, int dash) =>
        Assert.Equal([dash], Column(Physical(Subtracting with { PotentialDecay = [kept] }).Image.Cores[0], "membraneDash"));

    [Theory]
    [InlineData(0.92, true)]
    [InlineData(0.75, false)]
    public void A_rounded_decay_is_told(double kept, bool isTold) =>
        Assert.Equal(isTold, Physical(Subtracting with { CurrentDecay = [kept] }).Diagnostics.Any(d => d.Code == "GAN2429"));

    [Fact]
    public void Threshold_is_passed_where_the_network_passes_it()
    {
        CompilationResult result = Physical(Subtracting);
        double scale = result.Quantization.Populations[0].Scale!.Value;

        Assert.Equal([(int)Math.Floor(scale) + 1], Column(result.Image.Cores[0], "threshold"));
        Assert.Equal(1 / scale, result.Image.Populations[1].PotentialScale!.Value, 1e-12);
        Assert.InRange(result.Quantization.Populations[0].ThresholdError, 0, 0.001);
    }

    [Fact]
    public void A_start_away_from_rest_is_told()
    {
        Diagnostic warning = Assert.Single(Physical(Subtracting with { InitialPotential = [0.5] }).Diagnostics);

        Assert.Equal(("GAN2110", "population 'neurons'"), (warning.Code, warning.Location.Path));
    }

    [Fact]
    public void Integer_weights_decide_the_shift_that_physical_weights_share()
    {
        Network network = Build(builder => Fed(builder, "a", 1, new XyloNeurons(), exponent: 3)
            .AddPopulation("b", [1], Subtracting)
            .Connect("s", "b", new OneToOne(1)));

        Assert.Equal([3, 3], NetworkCompiler.Compile(network, Xylo).Quantization.Projections.Select(p => p.Exponent));
    }

    [Fact]
    public void Utilization_is_that_of_the_chip()
    {
        MappingQualityOf(out IReadOnlyList<(string, long, long?)> uses);

        Assert.Equal(
            [("input channels", 1, 16), ("hidden neurons", 5, 1000), ("output neurons", 0, 8), ("recurrent synapses", 5, 64_000), ("synapses per neuron", 1, 63)],
            uses);

        static void MappingQualityOf(out IReadOnlyList<(string, long, long?)> uses)
        {
            Network network = Build(builder => Fed(builder, "h", 5, new XyloNeurons()).Connect("h", "h", new OneToOne(1), unit: new IntegerWeights()));
            uses = [.. NetworkCompiler.Compile(network, Xylo).Quality.Utilization.Select(use => (use.Resource, use.Largest, use.Limit))];
        }
    }

    private static CompilationResult Physical(CurrentBasedNeurons neurons) =>
        NetworkCompiler.Compile(TestNetworks.Feedforward(2, 1, neurons, new ListedSynapses((0, 0, 0.5, 1), (1, 0, -0.25, 1))), Xylo);

    private static Network Build(Action<NetworkBuilder> describe)
    {
        var builder = new NetworkBuilder("test");
        describe(builder);
        return builder.Build();
    }

    /// <summary>A population that a source of one neuron feeds.</summary>
    private static NetworkBuilder Fed(NetworkBuilder builder, string name, int count, NeuronParameters neurons, int exponent = 0, int weight = 1)
    {
        if (name != "b")
        {
            builder.AddSource("s", [1], new ExternalSource());
        }

        return builder.AddPopulation(name, [count], neurons).Connect("s", name, new AllToAll(1, count, [weight]), unit: new IntegerWeights(Exponent: exponent));
    }

    private static int[] Column(CoreImage core, string name) => core.Parameters.Single(column => column.Name == name).Values;

    private static IEnumerable<(int Accumulator, int Weight)> Row(CoreImage core, int axon)
    {
        SynapseRow row = core.Synapses.Rows[axon];
        return core.Synapses.Words.AsSpan(row.Start, row.Length).ToArray().Select(word => ((int)(ushort)word, (int)(short)(word >> 16)));
    }

    private static void Expect(IReadOnlyList<Diagnostic> found, string code, string path, string what, string? allowed)
    {
        Diagnostic diagnostic = Assert.Single(found, d => d.Code == code && d.Location.Path == path);
        Assert.Equal(what, diagnostic.Found);
        if (allowed is not null)
        {
            Assert.Equal(allowed, diagnostic.Allowed);
        }
    }
}
