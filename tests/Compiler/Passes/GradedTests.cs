using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Reading;
using Ganglion.ChipSpec.Spec;
using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Tests.Passes;

/// <summary>Neurons of Loihi 2 whose spikes carry integers, from description to image.</summary>
public sealed class GradedTests
{
    private static readonly ChipSpec.Spec.ChipSpec Loihi2 = Presets.Load("loihi2");
    private static readonly Loihi2Neurons Relay = new(Loihi2Models.GradedVector);

    public static TheoryData<string> Models => [.. Loihi2Models.All.Select(model => model.Name)];

    [Theory]
    [MemberData(nameof(Models))]
    public void Every_model_is_offered_by_the_chip_and_compiles(string name)
    {
        Loihi2Model model = Loihi2Models.All.Single(model => model.Name == name);

        CoreImage core = Assert.Single(Compile(new Loihi2Neurons(model), 3).Cores);

        Assert.Equal(model.ChipModel, core.Model);
        Assert.Contains(model.ChipModel, Loihi2.Compartment.Models);
    }

    [Fact]
    public void Exponents_of_the_state_scale_threshold_and_bias()
    {
        Loihi2Neurons neurons = new Loihi2Neurons(Loihi2Models.SigmaDelta)
            .With("threshold", 3, 4).With("bias", -5).With("spikeExponent", 2).With("stateExponent", 1, 3).With("initialSigma", 7);

        CoreImage core = Compile(neurons, 2).Cores.Single();

        Assert.Equal([3 << 3, 4 << 5], Column(core, "threshold"));
        Assert.Equal([-5 << 3, -5 << 5], Column(core, "bias"));
        Assert.Equal([1, 3], Column(core, "stateExponent"));
        Assert.Equal([7], Column(core, "sigma"));
        Assert.Equal([16], Column(core, "payloadBits"));
        Assert.DoesNotContain(core.Parameters, column => column.Name == "spikeExponent");
    }

    [Fact]
    public void An_adaptive_threshold_begins_at_rest()
    {
        CoreImage core = Compile(new Loihi2Neurons(Loihi2Models.AdaptiveThresholdLif).With("threshold", 9).With("thresholdStep", 2), 2).Cores.Single();

        Assert.Equal([9 << 6], Column(core, "thresholdBase"));
        Assert.Equal([9 << 6], Column(core, "theta"));
        Assert.Equal([2 << 6], Column(core, "thresholdStep"));
    }

    [Fact]
    public void Every_delay_has_a_slot_for_each_receptor()
    {
        ChipImage image = NetworkCompiler.Compile(
            TestNetworks.Create(
                [TestNetworks.Inputs(2), TestNetworks.Neurons("n", 9, new Loihi2Neurons(Loihi2Models.Product))],
                [
                    TestNetworks.Project("first", "inputs", "n", new ListedSynapses((0, 8, 2, 1)), new IntegerWeights()),
                    TestNetworks.Project("second", "inputs", "n", new ListedSynapses((1, 8, 4, 2)), new IntegerWeights()) with { Receptor = 1 },
                ]),
            Loihi2).Image;

        SynapseMemory memory = image.Cores.Single().Synapses;
        Assert.Equal((16, 4, 2), (memory.SlotStride, memory.DelaySlots, memory.Receptors));
        Assert.Equal([(2u << 16) | 8, (4u << 16) | ((((1 * 2) + 1) * 16) + 8)], memory.Words);
    }

    [Fact]
    public void A_core_holds_one_model()
    {
        ChipImage image = NetworkCompiler.Compile(
            TestNetworks.Create(
                [
                    TestNetworks.Neurons("a", 2, Relay), TestNetworks.Neurons("b", 2, Relay.With("threshold", 5)),
                    TestNetworks.Neurons("c", 2, new LoihiNeurons()), TestNetworks.Neurons("d", 2, Relay),
                ],
                []),
            Loihi2).Image;

        Assert.Equal(["loihi2-graded-vector", "loihi-cuba-lif", "loihi2-graded-vector"], image.Cores.Select(core => core.Model));
        Assert.Equal([0, 0, 5, 5], Column(image.Cores[0], "threshold"));
    }

    [Fact]
    public void Two_receptors_halve_the_compartments_of_a_core()
    {
        ChipSpec.Spec.ChipSpec chip = Loihi2 with { Core = new CoreLimits() };
        ChipImage image = NetworkCompiler.Compile(
            TestNetworks.Feedforward(1, 1025, new Loihi2Neurons(Loihi2Models.Product), new ListedSynapses((0, 0, 2, 32)), new IntegerWeights()),
            chip, new CompilerOptions { MinimumCores = 1 }).Image;

        // 32 delay slots: 65,536 / 32 / 2 = 1,024 compartments.
        Assert.Equal(2, image.Cores.Count);
        Assert.All(image.Cores, core => Assert.InRange(core.Synapses.SlotStride * core.Synapses.DelaySlots, 1, 65_536));
    }

    [Theory]
    [InlineData(-2, -2, -2, 6, 10)]
    [InlineData(0, 3, 0, 6, 10 << 3)]
    [InlineData(5, 2, 2, 6 << 3, 10)]
    public void Exponents_are_joined_by_the_sum(int first, int second, int joined, int firstWeight, int secondWeight)
    {
        CompilationResult result = NetworkCompiler.Compile(TwoProjections(first, second), Loihi2);

        Assert.Equal([joined], Column(result.Image.Cores.Single(), "weightExponent"));
        Assert.Equal([firstWeight, secondWeight], DecodedImage.Synapses(result.Image).Select(synapse => (int)synapse.Contribution));
        Assert.Equal([first, second], result.Quantization.Projections.Select(projection => projection.Exponent));
        Assert.All(result.Quantization.Projections, projection => Assert.Equal(0.0, projection.MaximumError));
    }

    [Fact]
    public void Exponents_that_drop_bits_must_agree()
    {
        Diagnostic diagnostic = Assert.Single(TestNetworks.Refusal(TwoProjections(-1, 0), Loihi2));

        Assert.Equal(("GAN2441", "population 'n'", "weight exponents -1, 0 onto receptor 0"), (diagnostic.Code, diagnostic.Location.Path, diagnostic.Found));
        Assert.NotNull(diagnostic.Remedy);
    }

    [Theory]
    [InlineData("loihi1")]
    [InlineData("unbounded")]
    public void A_chip_without_the_model_refuses_it(string chip)
    {
        Diagnostic diagnostic = Assert.Single(TestNetworks.Refusal(TestNetworks.Create([TestNetworks.Neurons("n", 1, Relay)], []), Presets.Load(chip)));

        Assert.Equal(("GAN2002", "population 'n'", "needs the model 'loihi2-graded-vector'"), (diagnostic.Code, diagnostic.Location.Path, diagnostic.Found));
        Assert.Contains("loihi2", diagnostic.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Models_pinned_to_one_core_must_agree()
    {
        Diagnostic diagnostic = Assert.Single(TestNetworks.Refusal(
            TestNetworks.Create([TestNetworks.Neurons("a", 1, Relay, [3]), TestNetworks.Neurons("b", 1, new LoihiNeurons(), [3])], []), Loihi2), d => d.Severity == DiagnosticSeverity.Error);

        Assert.Equal(
            ("GAN2442", "core 3", "neurons of the models 'loihi2-graded-vector', 'loihi-cuba-lif'"), (diagnostic.Code, diagnostic.Location.Path, diagnostic.Found));
        Assert.NotNull(diagnostic.Remedy);
    }

    [Theory]
    [InlineData(32_767, 16, 0, false)]
    [InlineData(32_768, 16, 0, true)]
    [InlineData(32_768, 17, 0, false)]
    [InlineData(32_768, 0, 0, false)]
    [InlineData(16_384, 16, 1, true)]
    public void A_payload_too_narrow_for_the_threshold_is_a_warning(int threshold, int bits, int spikeExponent, bool warns)
    {
        Loihi2Neurons neurons = new Loihi2Neurons(Loihi2Models.Delta)
            .With("threshold", threshold).With("payloadBits", bits).With("spikeExponent", spikeExponent).With("stateExponent", 3);

        CompilationResult result = NetworkCompiler.Compile(TestNetworks.Create([TestNetworks.Neurons("n", 2, neurons)], []), Loihi2);

        Assert.Equal(warns ? ["GAN2443"] : [], result.Diagnostics.Select(diagnostic => diagnostic.Code));
        Assert.All(result.Diagnostics, diagnostic => Assert.Equal(("population 'n'", DiagnosticSeverity.Warning), (diagnostic.Location.Path, diagnostic.Severity)));
    }

    [Fact]
    public void Physical_weights_do_not_reach_graded_neurons()
    {
        Diagnostic diagnostic = Assert.Single(TestNetworks.Refusal(TestNetworks.Feedforward(1, 1, Relay, new ListedSynapses((0, 0, 1, 1))), Loihi2));

        Assert.Equal((CompilerDiagnostics.WeightUnitMismatch, "projection 'forward'"), (diagnostic.Descriptor, diagnostic.Location.Path));
    }

    [Fact]
    public void A_delay_beyond_the_chip_is_refused()
    {
        Diagnostic diagnostic = Assert.Single(TestNetworks.Refusal(
            TestNetworks.Feedforward(1, 1, Relay, new ListedSynapses((0, 0, 2, 65)), new IntegerWeights()), Loihi2));

        Assert.Equal((CompilerDiagnostics.DelayOutOfRange, "0 to 64 timesteps"), (diagnostic.Descriptor, diagnostic.Allowed));
    }

    private static Network TwoProjections(int first, int second) => TestNetworks.Create(
        [TestNetworks.Inputs(2), TestNetworks.Neurons("n", 1, Relay)],
        [
            TestNetworks.Project("first", "inputs", "n", new ListedSynapses((0, 0, 6, 1)), new IntegerWeights(Exponent: first)),
            TestNetworks.Project("second", "inputs", "n", new ListedSynapses((1, 0, 10, 1)), new IntegerWeights(Exponent: second)),
        ]);

    private static ChipImage Compile(Loihi2Neurons neurons, int count) =>
        NetworkCompiler.Compile(TestNetworks.Create([TestNetworks.Neurons("n", count, neurons)], []), Loihi2).Image;

    private static int[] Column(CoreImage core, string name) => core.Parameters.Single(column => column.Name == name).Values;
}
