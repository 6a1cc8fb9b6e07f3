using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Learning;
using Ganglion.ChipSpec.Reading;
using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Tests.Passes;

/// <summary>Findings about projections that learn.</summary>
public sealed class PlasticityCheckTests
{
    private static readonly ChipSpec.Spec.ChipSpec Chip = Presets.Load("loihi1");
    private static readonly Plasticity Stdp = new()
    {
        Rule = LearningRule.Parse("dw = 2^-2*y0*x1 - 2^-2*x0*y1"),
        X1 = new TraceParameters(16, 20),
        Y1 = new TraceParameters(16, 20),
    };

    private static readonly Projection Reward = new()
    {
        Name = "reward",
        Source = "inputs",
        Target = "neurons",
        Connectivity = new ListedSynapses((0, 0, 10, 1)),
        Unit = new IntegerWeights(Sign: SignMode.Excitatory),
        ThirdFactor = new ThirdFactor(2),
    };

    private static readonly Plasticity Rewarded = Stdp with { Rule = LearningRule.Parse("dw = u0*t*y2; dt = y0*x1") };

    [Theory]
    [InlineData("loihi1")]
    [InlineData("loihi2")]
    [InlineData("unbounded")]
    public void Chips_of_the_loihi_class_take_any_rule(string chip) => Compile(Network(Stdp), Presets.Load(chip));

    [Theory]
    [InlineData("truenorth", "no learning")]
    [InlineData("xylo-a2", "no learning")]
    [InlineData("odin", "sdsp")]
    public void Other_chips_do_not_and_say_what_they_learn(string chip, string allowed)
    {
        Diagnostic finding = Refusal(Network(Stdp), Presets.Load(chip)).First(d => d.Code == "GAN2510");
        Assert.Equal(("projection 'learning'", allowed), (finding.Location.Path, finding.Allowed));
        Assert.StartsWith("a chip that learns", finding.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_chip_without_learning_does_not_take_third_factors_either() => Assert.Equal(
        ["projection 'learning'", "projection 'reward'"],
        Refusal(Network(Rewarded, Reward), Presets.Load("truenorth")).Where(d => d.Code == "GAN2510").Select(d => d.Location.Path!));

    public static TheoryData<string, Plasticity, string> OutOfRange => new()
    {
        { "learning epoch 0 timesteps", Stdp with { EpochTimesteps = 0 }, "1 to 63 timesteps" },
        { "learning epoch 64 timesteps", Stdp with { EpochTimesteps = 64 }, "1 to 63 timesteps" },
        { "tag -257", Stdp with { Tag = -257 }, "-256 to 255" },
        { "tag 256", Stdp with { Tag = 256 }, "-256 to 255" },
        { "impulse of x1 128", Stdp with { X1 = new TraceParameters(128, 20) }, "0 to 127" },
        { "impulse of y3 -1", Stdp with { Y3 = new TraceParameters(-1, 20) }, "0 to 127" },
        { "a time constant of -1 timesteps for y1", Stdp with { Y1 = new TraceParameters(16, -1) }, "0 timesteps or more" },
        { "a time constant of NaN timesteps for x2", Stdp with { X2 = new TraceParameters(1, double.NaN) }, "0 timesteps or more" },
        { "a maximum weight of 0", Stdp with { MaximumWeight = 0 }, "a finite number above 0" },
        { "a maximum weight of Infinity", Stdp with { MaximumWeight = double.PositiveInfinity }, "a finite number above 0" },
    };

    [Theory]
    [MemberData(nameof(OutOfRange))]
    public void A_parameter_outside_its_range_is_refused(string found, Plasticity plasticity, string allowed) =>
        AssertFinds("GAN2511", "projection 'learning'", found, allowed, Network(plasticity));

    [Fact]
    public void The_ends_of_every_range_are_taken()
    {
        TraceParameters never = new(127, double.PositiveInfinity);
        TraceParameters atOnce = new(1, 0);
        Compile(Network(Stdp with { EpochTimesteps = 63, Tag = -256, X1 = never, X2 = atOnce, Y1 = atOnce, Y2 = never }), Chip);
        Compile(Network(Stdp with { EpochTimesteps = 1, Tag = 255 }), Chip);
    }

    [Fact]
    public void All_parameters_are_checked_at_once()
    {
        Plasticity plasticity = Stdp with { EpochTimesteps = 0, Tag = 999, X1 = new TraceParameters(0, -1), Y1 = new TraceParameters(900) };
        Assert.Equal(["GAN2511", "GAN2511", "GAN2511", "GAN2511", "GAN2513"], Refusal(Network(plasticity), Chip).Select(d => d.Code));
    }

    [Fact]
    public void A_third_factor_in_physical_units_is_refused() => AssertFinds(
        "GAN2512", "projection 'reward'", "weights in physical units", "integer weights, 0 to 127", Network(Rewarded, Reward with { Unit = WeightUnit.Physical }));

    [Theory]
    [InlineData("dw = x0*x1", "x1")]
    [InlineData("dw = x0*sgn(y3)", "y3")]
    [InlineData("dt = u0*x2", "x2")]
    public void A_trace_that_nothing_moves_is_refused(string rule, string trace)
    {
        Plasticity plasticity = new() { Rule = LearningRule.Parse(rule) };
        Diagnostic finding = Assert.Single(Refusal(Network(plasticity), Chip));
        Assert.Equal(("GAN2513", $"the rule '{rule}' reads {trace}, whose impulse is 0"), (finding.Code, finding.Found));
        Assert.Equal($"an impulse for {trace}, or a third factor that drives it", finding.Remedy);
    }

    [Fact]
    public void A_third_factor_or_graded_spikes_move_a_trace()
    {
        Compile(Network(Rewarded, Reward), Chip);
        Compile(Network(new Plasticity { Rule = LearningRule.Parse("dw = x0*x1"), Graded = GradedTrace.Overwrite }), Chip);
        Assert.Equal("GAN2513", Assert.Single(Refusal(Network(Rewarded), Chip)).Code);
    }

    [Theory]
    [InlineData(0, ThirdFactorMode.Level, "a third factor for trace y0")]
    [InlineData(4, ThirdFactorMode.Level, "a third factor for trace y4")]
    [InlineData(3, ThirdFactorMode.Level, "a third factor for y3 of 'neurons', where no rule reads it")]
    [InlineData(2, ThirdFactorMode.None, "mode None for y2 of 'neurons'")]
    public void A_third_factor_that_drives_nothing_is_refused(int trace, ThirdFactorMode mode, string found)
    {
        Plasticity plasticity = Rewarded with { Y2 = new TraceParameters(1, 1) };
        Diagnostic finding = Assert.Single(Refusal(Network(plasticity, Reward with { ThirdFactor = new ThirdFactor(trace, mode) }), Chip));
        Assert.Equal(("GAN2514", "projection 'reward'", found), (finding.Code, finding.Location.Path, finding.Found));
    }

    [Fact]
    public void Third_factors_of_a_trace_have_one_mode()
    {
        Network network = Network(Rewarded with { Y2 = new TraceParameters(0, 5) }, Reward, Reward with { Name = "punishment", ThirdFactor = new ThirdFactor(2, ThirdFactorMode.Impulse) });
        Assert.Equal(
            [("GAN2514", "projection 'reward'"), ("GAN2514", "projection 'punishment'")],
            Refusal(network, Chip).Select(d => (d.Code, d.Location.Path!)));
        Compile(Network(Rewarded, Reward, Reward with { Name = "second" }), Chip);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(128)]
    public void A_spike_of_a_third_factor_brings_a_trace(int weight) => Assert.Equal(
        CompilerDiagnostics.InvalidWeight,
        Assert.Single(Refusal(Network(Rewarded, Reward with { Connectivity = new ListedSynapses((0, 0, weight, 1)) }), Chip)).Descriptor);

    [Fact]
    public void What_a_third_factor_adds_must_not_be_forgotten_at_once()
    {
        Projection added = Reward with { ThirdFactor = new ThirdFactor(2, ThirdFactorMode.Impulse) };
        Diagnostic finding = Assert.Single(Refusal(Network(Rewarded, added), Chip));
        Assert.Equal(("GAN2513", "projection 'learning'", "a time constant above 0"), (finding.Code, finding.Location.Path, finding.Allowed));
        Compile(Network(Rewarded with { Y2 = new TraceParameters(0, 5) }, added), Chip);
    }

    [Theory]
    [InlineData(1, ThirdFactorMode.Level, 0)]
    [InlineData(2, ThirdFactorMode.Level, 1)]
    [InlineData(2, ThirdFactorMode.Impulse, 0)]
    public void A_level_in_a_longer_epoch_is_warned_of(int epoch, ThirdFactorMode mode, int warnings)
    {
        Network network = Network(
            Rewarded with { EpochTimesteps = epoch, Y2 = new TraceParameters(0, 5) }, Reward with { ThirdFactor = new ThirdFactor(2, mode) });
        Diagnostic[] found = [.. NetworkCompiler.Compile(network, Chip).Diagnostics.Where(finding => finding.Code == "GAN2515")];
        Assert.Equal(warnings, found.Length);
        Assert.All(found, finding => Assert.Equal((DiagnosticSeverity.Warning, "projection 'reward'", "an epoch of 1 timestep"), (finding.Severity, finding.Location.Path, finding.Allowed)));
    }

    [Fact]
    public void A_projection_learns_or_is_a_third_factor() => AssertFinds(
        "GAN2514", "projection 'reward'", "a learning rule and a third factor on one projection", "one of them",
        Network(Rewarded, Reward with { Plasticity = Stdp }));

    private static Network Network(Plasticity plasticity, params Projection[] others) => TestNetworks.Create(
        [TestNetworks.Inputs(1), TestNetworks.Neurons("neurons", 1, new LoihiNeurons())],
        [
            TestNetworks.Project("learning", "inputs", "neurons", new ListedSynapses((0, 0, 100, 1)), new IntegerWeights(Sign: SignMode.Excitatory))
                with { Plasticity = plasticity },
            .. others,
        ]);

    private static void AssertFinds(string code, string path, string found, string allowed, Network network)
    {
        Diagnostic finding = Assert.Single(Refusal(network, Chip));
        Assert.Equal((code, path, found, allowed), (finding.Code, finding.Location.Path, finding.Found, finding.Allowed));
    }

    private static void Compile(Network network, ChipSpec.Spec.ChipSpec chip) => Assert.NotEmpty(NetworkCompiler.Compile(network, chip).Image.Cores);

    private static IReadOnlyList<Diagnostic> Refusal(Network network, ChipSpec.Spec.ChipSpec chip) => TestNetworks.Refusal(network, chip);
}
