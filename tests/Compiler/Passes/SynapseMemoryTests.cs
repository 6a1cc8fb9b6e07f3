using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Spec;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Tests.Passes;

/// <summary>Synapse memory against sizes computed by hand: 10 bits of header per block of 64 synapses, rounded up to 64 bits.</summary>
public sealed class SynapseMemoryTests
{
    private static readonly IntegerWeights EightBits = new();

    [Theory]
    [InlineData(1, 64)] // 10 + 8
    [InlineData(6, 64)] // 10 + 48
    [InlineData(7, 128)] // 10 + 56
    [InlineData(64, 576)] // 10 + 512
    [InlineData(65, 640)] // a second block of 10 + 8
    [InlineData(128, 1152)]
    public void A_contiguous_list_needs_no_indices(int synapses, long bits) =>
        Assert.Equal(bits, Bits(1000, [.. Enumerable.Range(0, synapses).Select(i => (0, i + 5, 2.0, 1))]));

    [Theory]
    [InlineData(1000, 2, 64)] // 10 + 2·(8 + 10)
    [InlineData(1000, 3, 64)] // 10 + 54 = 64
    [InlineData(1000, 4, 128)] // 10 + 72
    [InlineData(1000, 64, 1216)] // 10 + 1152 = 1162
    [InlineData(1000, 65, 1280)]
    [InlineData(64, 3, 64)] // indices of 6 bits: 10 + 42
    [InlineData(65, 3, 64)] // indices of 7 bits: 10 + 45
    [InlineData(130, 32, 576)] // indices of 8 bits: 10 + 512 = 522
    public void A_list_with_gaps_needs_indices_that_address_the_core(int compartments, int synapses, long bits) =>
        Assert.Equal(bits, Bits(compartments, [.. Enumerable.Range(0, synapses).Select(i => (0, 2 * i, 2.0, 1))]));

    [Theory]
    [InlineData(1, 576)] // no delay: 10 + 64·8 = 522
    [InlineData(2, 640)] // 1 bit: 10 + 64·9 = 586
    [InlineData(3, 704)] // 2 bits: 10 + 64·10 = 650
    [InlineData(63, 960)] // 6 bits: 10 + 64·14 = 906
    public void Delays_take_as_many_bits_as_the_largest_needs(int delay, long bits) =>
        Assert.Equal(bits, Bits(100, [.. Enumerable.Range(0, 64).Select(i => (0, i, 2.0, delay))]));

    [Fact]
    public void Fewer_weight_bits_take_less_memory() =>
        Assert.Equal(320, Bits(100, [.. Enumerable.Range(0, 64).Select(i => (0, i, 2.0, 1))], new IntegerWeights(Bits: 4))); // 10 + 256 = 266

    [Fact]
    public void Equal_lists_at_different_places_are_kept_once_where_axons_share() =>
        Assert.Equal(128, Bits(100, Kernels(shift: 3)));

    [Fact]
    public void Equal_lists_are_kept_apart_where_axons_do_not_share() =>
        Assert.Equal(5 * 128, Bits(100, Kernels(shift: 3), packing: TestChips.Packing with { SharedLists = false }));

    [Fact]
    public void Projections_of_one_axon_begin_new_blocks()
    {
        ListedSynapses synapses = new([.. Enumerable.Range(0, 3).Select(i => (0, i, 2.0, 1))]);
        Network network = TestNetworks.Create(
            [TestNetworks.Inputs(1), TestNetworks.Neurons("neurons", 10, new LoihiNeurons())],
            [
                TestNetworks.Project("a", "inputs", "neurons", synapses, EightBits),
                TestNetworks.Project("b", "inputs", "neurons", synapses, EightBits),
            ]);

        Assert.Equal(2 * 64, NetworkCompiler.Compile(network, TestChips.Unbounded).Image.Cores.Single().Usage.SynapseMemoryBits);
    }

    /// <summary>Five sources with the same four-synapse list, moved by a shift each: 10 + 4·(8 + 7) = 70 bits.</summary>
    private static (int, int, double, int)[] Kernels(int shift) =>
    [
        .. from source in Enumerable.Range(0, 5)
           from i in Enumerable.Range(0, 4)
           select (source, (source * shift) + (2 * i), 2.0 * i, 1),
    ];

    private static long Bits(
        int compartments, (int, int, double, int)[] synapses, IntegerWeights? unit = null, SynapsePacking? packing = null)
    {
        Network network = TestNetworks.Feedforward(5, compartments, new LoihiNeurons(), new ListedSynapses(synapses), unit ?? EightBits);
        ChipSpec.Spec.ChipSpec chip = TestChips.Create(new CoreLimits { Compartments = 1024 }, packing: packing);
        CoreImage core = NetworkCompiler.Compile(network, chip).Image.Cores.Single();
        Assert.Equal(synapses.Length, core.Usage.Synapses);
        return core.Usage.SynapseMemoryBits;
    }
}
