using Ganglion.ChipSpec.Diagnostics;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Tests.Networks;

public class NetworkBuilderTests
{
    private static readonly CurrentBasedNeurons Lif = NeuronFactory.Lif(0.02, 0.001, 1.0);

    [Fact]
    public void A_described_network_is_built_as_described()
    {
        Network network = new NetworkBuilder("two layers")
            .Timestep(1e-3)
            .AddSource("input", [4], new ExternalSource())
            .AddPopulation("hidden", [2, 3], Lif)
            .Connect("input", "hidden", new AllToAll(4, 6, 0.5))
            .Connect("input", "hidden", new AllToAll(4, 6, -0.5))
            .Output("hidden")
            .Build();
        Assert.Equal(["input", "hidden"], network.Populations.Select(p => p.Name));
        Assert.Equal(6, network["hidden"].Count);
        Assert.Equal(["input -> hidden", "input -> hidden #2"], network.Projections.Select(p => p.Name));
        Assert.Equal(["hidden"], network.Outputs);
        Assert.Equal(1e-3, network.TimestepSeconds);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public void A_receptor_that_the_target_lacks_is_reported(int receptor)
    {
        NetworkBuilder builder = new NetworkBuilder("n").AddPopulation("a", [2], Lif).Connect("a", "a", new OneToOne(1), receptor: receptor);

        Diagnostic diagnostic = Assert.Single(builder.Check());

        Assert.Equal(("GAN2065", $"receptor {receptor} of 'a'", "0, the only one"), (diagnostic.Code, diagnostic.Found, diagnostic.Allowed));
    }

    [Fact]
    public void Everything_that_is_wrong_is_reported_at_once()
    {
        NetworkBuilder builder = new NetworkBuilder("broken")
            .Timestep(-1)
            .AddPopulation("a", [0], Lif)
            .AddPopulation("b", [3], Lif with { Threshold = [1.0, 2.0] })
            .Connect("a", "c", new OneToOne(1))
            .Output("d");
        var exception = Assert.Throws<InvalidInputException>(builder.Build);
        Assert.Equal(
            ["GAN2063", "GAN2053", "GAN2055", "GAN2052", "GAN2052"],
            exception.Diagnostics.Select(d => d.Code));
        Assert.Contains("population 'b'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_population_of_a_thousand_million_neurons_is_refused_without_allocating()
    {
        NetworkBuilder builder = new NetworkBuilder("huge").AddPopulation("a", [1_000_000_000], Lif);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal("GAN2054", Assert.Single(builder.Check()).Code);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000);
    }

    [Fact]
    public void Shapes_beyond_every_integer_are_refused() =>
        AssertCode("GAN2054", new NetworkBuilder("huge").AddPopulation("a", [int.MaxValue, int.MaxValue, int.MaxValue], Lif));

    [Fact]
    public void Too_many_synapses_are_refused() => AssertCode(
        "GAN2054",
        new NetworkBuilder("dense").AddPopulation("a", [1_000_000], Lif).Connect("a", "a", new AllToAll(1_000_000, 1_000_000, 1.0)));

    [Fact]
    public void Names_are_unique_and_not_empty()
    {
        AssertCode("GAN2051", new NetworkBuilder("n").AddPopulation("a", [1], Lif).AddSource("a", [1], new ExternalSource()));
        AssertCode("GAN2051", new NetworkBuilder("n").AddPopulation(" ", [1], Lif));
        AssertCode(
            "GAN2051",
            new NetworkBuilder("n").AddPopulation("a", [1], Lif).Connect("a", "a", new OneToOne(1), "p").Connect("a", "a", new OneToOne(1), "p"));
    }

    [Fact]
    public void An_empty_network_is_refused() => AssertCode("GAN2064", new NetworkBuilder("n"));

    [Fact]
    public void Sources_take_no_spikes() => AssertCode(
        "GAN2061",
        new NetworkBuilder("n").AddSource("s", [1], new ExternalSource()).AddPopulation("a", [1], Lif).Connect("a", "s", new OneToOne(1)));

    [Fact]
    public void Connectivities_must_fit() => AssertCode(
        "GAN2058", new NetworkBuilder("n").AddPopulation("a", [2], Lif).AddPopulation("b", [3], Lif).Connect("a", "b", new OneToOne(1)));

    public static TheoryData<CurrentBasedNeurons> ImpossiblePhysicalParameters =>
    [
        Lif with { Threshold = [double.NaN] },
        Lif with { Threshold = [double.NegativeInfinity] },
        Lif with { Bias = [double.PositiveInfinity] },
        Lif with { Reset = [double.NaN] },
        Lif with { InputGain = [double.NaN] },
        Lif with { CurrentGain = [double.NaN] },
        Lif with { CurrentDecay = [1.1] },
        Lif with { InitialPotential = [double.NaN] },
        Lif with { Refractory = [0] },
        NeuronFactory.Lif(-0.02, 0.001, 1.0),
        NeuronFactory.Lif(0.0, 0.001, 1.0, integrator: Integrator.Euler),
        NeuronFactory.Lif(0.0004, 0.001, 1.0),
    ];

    [Theory]
    [MemberData(nameof(ImpossiblePhysicalParameters), DisableDiscoveryEnumeration = true)]
    public void Impossible_physical_parameters_are_refused(CurrentBasedNeurons neurons) =>
        Assert.Contains(new NetworkBuilder("n").AddPopulation("a", [3], neurons).Check(), d => d.Code == "GAN2056");

    public static TheoryData<LoihiNeurons> RegistersOutOfRange =>
    [
        new LoihiNeurons { CurrentDecay = [4097] },
        new LoihiNeurons { PotentialDecay = [-1] },
        new LoihiNeurons { ThresholdMantissa = [131_072] },
        new LoihiNeurons { BiasMantissa = [-4097] },
        new LoihiNeurons { BiasExponent = [8] },
        new LoihiNeurons { Refractory = [64] },
        new LoihiNeurons { Refractory = [0] },
        new LoihiNeurons { MinimumExponent = [24] },
        new LoihiNeurons { MaximumExponent = [8] },
        new LoihiNeurons { InitialCurrent = [1 << 23] },
        new LoihiNeurons { InitialPotential = [-(1 << 23)] },
    ];

    [Theory]
    [MemberData(nameof(RegistersOutOfRange), DisableDiscoveryEnumeration = true)]
    public void Register_values_must_fit(LoihiNeurons neurons) =>
        AssertCode("GAN2057", new NetworkBuilder("n").AddPopulation("a", [3], neurons));

    [Theory]
    [InlineData(9, 0)]
    [InlineData(0, 0)]
    [InlineData(8, 8)]
    [InlineData(8, -9)]
    public void Registers_of_integer_weights_must_fit(int bits, int exponent) => AssertCode(
        "GAN2057",
        new NetworkBuilder("n").AddPopulation("a", [1], new LoihiNeurons()).Connect("a", "a", new OneToOne(1), unit: new IntegerWeights(bits, exponent)));

    [Fact]
    public void Spike_lists_are_in_order_and_in_range()
    {
        AssertSource(new ListSource([1, 2], [0]));
        AssertSource(new ListSource([-1], [0]));
        AssertSource(new ListSource([1], [2]));
        AssertSource(new ListSource([2, 1], [0, 0]));
        AssertSource(new ListSource([1, 1], [1, 0]));
        Assert.Empty(new NetworkBuilder("n").AddSource("s", [2], new ListSource([0, 1, 1, 1], [1, 0, 0, 1])).Check());
    }

    [Fact]
    public void Probabilities_of_sources_are_probabilities()
    {
        AssertSource(new PoissonSource([1.5]));
        AssertSource(new PoissonSource([double.NaN]));
        AssertCode("GAN2055", new NetworkBuilder("n").AddSource("s", [2], new PoissonSource([0.1, 0.1, 0.1])));
    }

    [Fact]
    public void Pinned_cores_name_a_core_for_every_neuron()
    {
        AssertCode("GAN2062", new NetworkBuilder("n").AddPopulation("a", [2], Lif, [0]));
        AssertCode("GAN2062", new NetworkBuilder("n").AddPopulation("a", [2], Lif, [0, -1]));
    }

    [Fact]
    public void A_loop_without_delay_is_refused_and_named()
    {
        NetworkBuilder builder = new NetworkBuilder("n").AddPopulation("a", [1], Lif).AddPopulation("b", [1], Lif).AddPopulation("c", [1], Lif)
            .Connect("a", "b", new OneToOne(1, 0), "ab")
            .Connect("b", "c", new OneToOne(1, 0), "bc");
        Assert.Empty(builder.Check());
        Diagnostic loop = Assert.Single(builder.Connect("c", "b", new OneToOne(1, 0), "cb").Check());
        Assert.Equal("GAN2059", loop.Code);
        Assert.Contains("'bc', 'cb'", loop.Found, StringComparison.Ordinal);
        Assert.DoesNotContain("'ab'", loop.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void A_loop_with_delay_is_a_recurrent_network() => Assert.Empty(
        new NetworkBuilder("n").AddPopulation("a", [1], Lif).AddPopulation("b", [1], Lif)
            .Connect("a", "b", new OneToOne(1, 0)).Connect("b", "a", new OneToOne(1, 1)).Check());

    [Fact]
    public void A_misspelt_name_brings_a_suggestion()
    {
        Diagnostic finding = Assert.Single(
            new NetworkBuilder("n").AddPopulation("hidden", [1], Lif).Connect("hidden", "hiden", new OneToOne(1)).Check());
        Assert.Equal("GAN2052", finding.Code);
        Assert.Contains("'hidden'", finding.Remedy, StringComparison.Ordinal);
    }

    private static void AssertSource(SpikeSource source) => AssertCode("GAN2060", new NetworkBuilder("n").AddSource("s", [2], source));

    private static void AssertCode(string code, NetworkBuilder builder) => Assert.Equal(code, Assert.Single(builder.Check()).Code);
}
