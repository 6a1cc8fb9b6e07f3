using Ganglion.ChipSpec.Diagnostics;
using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Spec;
using Ganglion.Compiler.Diagnostics;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Tests.Passes;

/// <summary>Every limit of a core, with a network that just fits and one that just does not.</summary>
public sealed class CapacityTests
{
    private static readonly IntegerWeights EightBits = new();

    [Theory]
    [InlineData(10, 1)]
    [InlineData(11, 2)]
    public void Compartments_divide_a_population(int neurons, int cores) => Assert.Equal(cores, Cores(
        new CoreLimits { Compartments = 10 },
        TestNetworks.Feedforward(1, neurons, new LoihiNeurons(), ListedSynapses.AllToAll(1, neurons, (_, _) => 2), EightBits)));

    [Theory]
    [InlineData(4, 1)]
    [InlineData(5, 2)]
    public void Incoming_axons_divide_a_population(int sources, int cores) => Assert.Equal(cores, Cores(
        new CoreLimits { InAxons = 4 },
        TestNetworks.Feedforward(
            sources, 2, new LoihiNeurons(), new ListedSynapses([.. Enumerable.Range(0, sources).Select(s => (s, s / 3, 2.0, 1))]), EightBits)));

    [Theory]
    [InlineData(3, 1)]
    [InlineData(4, 2)]
    public void Outgoing_axons_divide_a_population(int neurons, int cores) => Assert.Equal(cores, Cores(
        new CoreLimits { OutAxons = 3 }, Ring(neurons)));

    [Fact]
    public void Outgoing_axons_count_every_core_that_a_neuron_reaches()
    {
        // Six neurons that all reach all: on one core each has one axon, on two cores two, so that only three fit a core.
        Network network = TestNetworks.Create(
            [TestNetworks.Neurons("all", 6, new LoihiNeurons())],
            [TestNetworks.Project("every", "all", "all", ListedSynapses.AllToAll(6, 6, (_, _) => 2), EightBits)]);

        Assert.Equal(1, Cores(new CoreLimits { OutAxons = 6 }, network));
        ChipImage image = NetworkCompiler.Compile(network, TestChips.Create(new CoreLimits { OutAxons = 6, Compartments = 5 })).Image;
        Assert.All(image.Cores, core => Assert.InRange(core.Usage.OutAxons, 1, 6));
        Assert.Equal(36, DecodedImage.Synapses(image).Count);
    }

    [Fact]
    public void A_neuron_that_reaches_more_cores_than_it_has_axons_is_named()
    {
        Network network = TestNetworks.Create(
            [TestNetworks.Neurons("all", 2, new LoihiNeurons())],
            [TestNetworks.Project("every", "all", "all", ListedSynapses.AllToAll(2, 2, (_, _) => 2), EightBits)]);

        Diagnostic diagnostic = Assert.Single(
            TestNetworks.Refusal(network, TestChips.Create(new CoreLimits { OutAxons = 1, Compartments = 1 })), d => d.Severity == DiagnosticSeverity.Error);

        Assert.Equal(CompilerDiagnostics.NeuronExceedsCore, diagnostic.Descriptor);
        Assert.Contains("needs up to 2 of outgoing axons", diagnostic.Found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(128, 1)]
    [InlineData(127, 2)]
    public void Synapse_memory_divides_a_population(int bits, int cores) => Assert.Equal(cores, Cores(
        new CoreLimits { SynapseMemoryBits = bits },
        // Four synapses with gaps: 10 + 4·(8 + 6) = 66 bits, two words; two or three of them fit one word.
        TestNetworks.Feedforward(1, 8, new LoihiNeurons(), new ListedSynapses((0, 0, 2, 1), (0, 2, 2, 1), (0, 4, 2, 1), (0, 6, 4, 1)), EightBits)));

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 3)]
    public void Lists_that_axons_share_take_memory_once(bool shared, int cores)
    {
        // Five sources with the same three weights, each a neuron further: 10 + 3·8 bits in one word.
        // While a list is being filled it differs from the finished ones, so two words are needed at a time.
        ListedSynapses kernel = new([.. from s in Enumerable.Range(0, 5) from i in Enumerable.Range(0, 3) select (s, (3 * s) + i, 2.0 * i, 1)]);
        ChipSpec.Spec.ChipSpec chip = TestChips.Create(
            new CoreLimits { SynapseMemoryBits = 128 }, packing: TestChips.Packing with { SharedLists = shared });

        Assert.Equal(cores, NetworkCompiler.Compile(TestNetworks.Feedforward(5, 15, new LoihiNeurons(), kernel, EightBits), chip).Quality.Cores);
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    public void Compartment_configurations_divide_a_population(int decays, int cores) => Assert.Equal(cores, Cores(
        new CoreLimits { CompartmentConfigurations = 2 },
        Unconnected(new LoihiNeurons { PotentialDecay = [.. Enumerable.Range(0, 6).Select(i => Math.Min(i, decays - 1))] }, 6)));

    [Theory]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    public void Thresholds_divide_a_population(int thresholds, int cores) => Assert.Equal(cores, Cores(
        new CoreLimits { ThresholdConfigurations = 2 },
        Unconnected(new LoihiNeurons { ThresholdMantissa = [.. Enumerable.Range(0, 6).Select(i => 100 + Math.Min(i, thresholds - 1))] }, 6)));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    public void Synapse_formats_divide_a_population(int formats, int cores)
    {
        Network network = TestNetworks.Create(
            [TestNetworks.Inputs(1), TestNetworks.Neurons("a", 2, new LoihiNeurons()), TestNetworks.Neurons("b", 2, new LoihiNeurons())],
            [
                TestNetworks.Project("a", "inputs", "a", ListedSynapses.AllToAll(1, 2, (_, _) => 2), EightBits),
                TestNetworks.Project("b", "inputs", "b", ListedSynapses.AllToAll(1, 2, (_, _) => 2), new IntegerWeights(Exponent: formats - 1)),
            ]);

        Assert.Equal(cores, Cores(new CoreLimits { SynapseConfigurations = 1 }, network));
    }

    [Theory]
    [InlineData("incoming axons")]
    [InlineData("synapse memory (bits)")]
    [InlineData("synapses per neuron")]
    public void A_neuron_that_alone_exceeds_a_core_is_named(string resource)
    {
        CoreLimits limits = resource switch
        {
            "incoming axons" => new CoreLimits { InAxons = 9 },
            "synapse memory (bits)" => new CoreLimits { SynapseMemoryBits = 639 },
            _ => new CoreLimits { FanIn = 9 },
        };
        Network network = TestNetworks.Feedforward(
            10, 3, new LoihiNeurons(), new ListedSynapses([(0, 0, 2, 1), .. Enumerable.Range(0, 10).Select(s => (s, 1, 2.0 * s, 1))]), EightBits);

        Diagnostic diagnostic = Assert.Single(TestNetworks.Refusal(network, TestChips.Create(limits)), d => d.Severity == DiagnosticSeverity.Error);

        Assert.Equal(CompilerDiagnostics.NeuronExceedsCore, diagnostic.Descriptor);
        Assert.Equal("population 'neurons'", diagnostic.Location.Path);
        Assert.Contains($"neuron 1 alone needs up to {(resource.StartsWith("synapse m", StringComparison.Ordinal) ? 640 : 10)} of {resource}", diagnostic.Found, StringComparison.Ordinal);
        Assert.NotNull(diagnostic.Remedy);
    }

    [Fact]
    public void The_fan_in_of_pinned_neurons_is_limited_too()
    {
        Network network = TestNetworks.Create(
            [TestNetworks.Inputs(3), TestNetworks.Neurons("pinned", 2, new LoihiNeurons(), [0, 0])],
            [TestNetworks.Project("p", "inputs", "pinned", ListedSynapses.AllToAll(3, 2, (_, _) => 2), EightBits)]);

        Diagnostic diagnostic = Assert.Single(
            TestNetworks.Refusal(network, TestChips.Create(new CoreLimits { FanIn = 2 })), d => d.Severity == DiagnosticSeverity.Error);

        Assert.Equal("neuron 0 (one of 2 such neurons) alone needs up to 3 of synapses per neuron", diagnostic.Found);
    }

    [Fact]
    public void A_neuron_at_the_limit_of_fan_in_fits() => Assert.Equal(1, Cores(
        new CoreLimits { FanIn = 10 },
        TestNetworks.Feedforward(10, 1, new LoihiNeurons(), ListedSynapses.AllToAll(10, 1, (_, _) => 2), EightBits)));

    [Theory]
    [InlineData(160, true)]
    [InlineData(161, false)]
    public void The_number_of_cores_is_that_of_the_chip(int neurons, bool fits)
    {
        // One column of four tiles with four cores each: 16 cores of ten compartments.
        ChipSpec.Spec.ChipSpec chip = TestChips.Create(new CoreLimits { Compartments = 10 }, width: 1);
        Network network = Unconnected(new LoihiNeurons(), neurons);
        if (fits)
        {
            Assert.Equal(16, NetworkCompiler.Compile(network, chip).Quality.Cores);
            return;
        }

        Diagnostic diagnostic = Assert.Single(TestNetworks.Refusal(network, chip), d => d.Severity == DiagnosticSeverity.Error);
        Assert.Equal(CompilerDiagnostics.TooFewCores, diagnostic.Descriptor);
        Assert.Contains("17 cores needed; most were full by compartments", diagnostic.Found, StringComparison.Ordinal);
        Assert.Equal("16 cores", diagnostic.Allowed);
    }

    [Fact]
    public void A_pinned_core_beyond_its_limit_is_named()
    {
        Network network = TestNetworks.Create([TestNetworks.Neurons("pinned", 4, new LoihiNeurons(), [1, 1, 1, 0])], []);

        Diagnostic diagnostic = Assert.Single(
            TestNetworks.Refusal(network, TestChips.Create(new CoreLimits { Compartments = 2 })), d => d.Severity == DiagnosticSeverity.Error);

        Assert.Equal(CompilerDiagnostics.PinnedCoreOverfull, diagnostic.Descriptor);
        Assert.Equal("core 1 with 'pinned'", diagnostic.Location.Path);
        Assert.Equal(("3 of compartments", "2"), (diagnostic.Found, diagnostic.Allowed));
    }

    [Fact]
    public void A_pinned_core_must_exist()
    {
        Network network = TestNetworks.Create([TestNetworks.Neurons("pinned", 2, new LoihiNeurons(), [127, 128])], []);

        Diagnostic diagnostic = Assert.Single(TestNetworks.Refusal(network, TestChips.Loihi));

        Assert.Equal(CompilerDiagnostics.PinnedCoreMissing, diagnostic.Descriptor);
        Assert.Equal("cores 0 to 127", diagnostic.Allowed);
    }

    [Theory]
    [InlineData(1024, true)]
    [InlineData(1025, false)]
    public void A_pinned_core_has_a_limited_number_of_accumulators(int neurons, bool fits)
    {
        Network network = TestNetworks.Create(
            [TestNetworks.Inputs(1), TestNetworks.Neurons("pinned", neurons, new LoihiNeurons(), new int[neurons])],
            [TestNetworks.Project("late", "inputs", "pinned", new ListedSynapses((0, 0, 2, 63)), EightBits)]);
        if (fits)
        {
            SynapseMemory memory = NetworkCompiler.Compile(network, TestChips.Unbounded).Image.Cores.Single().Synapses;
            Assert.Equal((1024, 64), (memory.SlotStride, memory.DelaySlots));
        }
        else
        {
            Assert.Contains(TestNetworks.Refusal(network, TestChips.Unbounded), d => d.Descriptor == CompilerDiagnostics.TooManyDelays);
        }
    }

    [Theory]
    [InlineData(1, 65_536, 1)]
    [InlineData(1, 65_537, 2)]
    [InlineData(63, 1024, 1)]
    [InlineData(63, 1025, 2)]
    [InlineData(3, 16_384, 1)]
    [InlineData(3, 16_385, 2)]
    public void An_unlimited_core_ends_with_its_accumulators(int delay, int neurons, int cores)
    {
        Network network = TestNetworks.Feedforward(1, neurons, new LoihiNeurons(), new ListedSynapses((0, 0, 2, delay)), EightBits);

        ChipImage image = NetworkCompiler.Compile(network, TestChips.Unbounded, new CompilerOptions { MinimumCores = 1 }).Image;

        Assert.Equal(cores, image.Cores.Count);
        Assert.All(image.Cores, c => Assert.InRange(c.Synapses.SlotStride * c.Synapses.DelaySlots, 1, 65_536));
        Assert.InRange(image.Cores.Max(c => c.Compartments) - image.Cores.Min(c => c.Compartments), 0, 1);
    }

    [Theory]
    [InlineData(7, 7)]
    [InlineData(100, 7)]
    public void A_large_network_is_spread_over_the_cores_that_the_user_asks_for(int minimum, int expected) => Assert.Equal(
        expected,
        NetworkCompiler.Compile(Unconnected(new LoihiNeurons(), 7 * 256), TestChips.Unbounded, new CompilerOptions { MinimumCores = minimum }).Quality.Cores);

    private static int Cores(CoreLimits limits, Network network) =>
        NetworkCompiler.Compile(network, TestChips.Create(limits)).Quality.Cores;

    private static Network Ring(int neurons) => TestNetworks.Create(
        [TestNetworks.Neurons("ring", neurons, new LoihiNeurons())],
        [TestNetworks.Project("next", "ring", "ring", new ListedSynapses([.. Enumerable.Range(0, neurons).Select(i => (i, (i + 1) % neurons, 2.0, 1))]), EightBits)]);

    private static Network Unconnected(LoihiNeurons neurons, int count) =>
        TestNetworks.Create([TestNetworks.Neurons("neurons", count, neurons)], []);
}
