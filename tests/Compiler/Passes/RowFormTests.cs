using Ganglion.ChipSpec.Image;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Tests.Passes;

public sealed class RowFormTests
{
    private static readonly IntegerWeights EightBits = new();

    [Fact]
    public void A_contiguous_run_with_one_delay_is_dense()
    {
        SynapseMemory memory = Memory(20, ListedSynapses.AllToAll(1, 12, (_, t) => 2 * t, delay: 3));

        SynapseRow row = Assert.Single(memory.Rows);
        Assert.Equal((RowForm.Dense, RowForm.Dense), (row.Form, row.Encoding));
        Assert.Equal(2 * memory.SlotStride, row.Offset);
        Assert.Equal([.. Enumerable.Range(0, 12).Select(t => (short)(2 * t))], memory.Dense);
        Assert.Empty(memory.Words);
    }

    [Fact]
    public void A_run_with_a_gap_is_sparse()
    {
        SynapseMemory memory = Memory(40, new ListedSynapses([.. Enumerable.Range(0, 12).Where(t => t != 7).Select(t => (0, t, 2.0, 1))]));

        Assert.Equal(RowForm.Sparse, Assert.Single(memory.Rows).Form);
        Assert.Equal(11, memory.Words.Length);
    }

    [Fact]
    public void A_run_with_two_delays_is_sparse()
    {
        SynapseMemory memory = Memory(40, new ListedSynapses([.. Enumerable.Range(0, 12).Select(t => (0, t, 2.0, 1 + (t % 2)))]));

        Assert.Equal(RowForm.Sparse, Assert.Single(memory.Rows).Form);
    }

    [Fact]
    public void A_run_that_would_continue_in_the_next_delay_slot_is_not_dense()
    {
        // Compartments 12..15 with delay 0 and 0..7 with delay 1 are neighbouring accumulators of a stride of 16.
        ListedSynapses synapses = new(
            [.. Enumerable.Range(0, 8).Select(t => (0, t, 2.0, 2)), .. Enumerable.Range(12, 4).Select(t => (0, t, 2.0, 1))]);

        Assert.Equal(RowForm.Sparse, Assert.Single(Memory(16, synapses).Rows).Form);
    }

    [Fact]
    public void Rows_that_differ_by_a_shift_share_their_words()
    {
        ListedSynapses kernel = new(
            [.. from s in Enumerable.Range(0, 6) from i in Enumerable.Range(0, 3) select (s, s + (2 * i), 10.0 * i, 1 + i)]);

        SynapseMemory memory = Memory(20, kernel);

        Assert.Equal(3, memory.Words.Length);
        Assert.All(memory.Rows, (row, i) => Assert.Equal((RowForm.Shared, 0, i), (row.Form, row.Start, row.Offset)));
    }

    [Fact]
    public void Rows_that_differ_in_one_weight_do_not_share()
    {
        ListedSynapses rows = new((0, 0, 2, 1), (0, 2, 4, 1), (1, 1, 2, 1), (1, 3, 6, 1));

        Assert.All(Memory(20, rows).Rows, row => Assert.Equal(RowForm.Sparse, row.Form));
    }

    [Fact]
    public void Words_of_a_sparse_row_ascend_by_accumulator()
    {
        ListedSynapses rows = new((0, 9, 2, 1), (0, 3, 4, 2), (0, 1, 6, 1), (0, 1, 8, 1));

        SynapseMemory memory = Memory(10, rows);

        Assert.Equal(16, memory.SlotStride);
        Assert.Equal(2, memory.DelaySlots);
        Assert.Equal([(6u << 16) | 1, (8u << 16) | 1, (2u << 16) | 9, (4u << 16) | (16 + 3)], memory.Words);
    }

    [Fact]
    public void The_wish_of_a_projection_selects_the_encoding()
    {
        Network network = TestNetworks.Feedforward(1, 20, new LoihiNeurons(), ListedSynapses.AllToAll(1, 20, (_, t) => t), EightBits);
        network = network with { Projections = [network.Projections[0] with { Encoding = RowForm.Shared }] };

        SynapseRow row = Assert.Single(NetworkCompiler.Compile(network, TestChips.Unbounded).Image.Cores.Single().Synapses.Rows);

        Assert.Equal((RowForm.Dense, RowForm.Shared), (row.Form, row.Encoding));
    }

    [Fact]
    public void A_row_of_two_projections_follows_the_wish_of_the_larger()
    {
        Network network = TestNetworks.Create(
            [TestNetworks.Inputs(1), TestNetworks.Neurons("n", 9, new LoihiNeurons())],
            [
                TestNetworks.Project("small", "inputs", "n", new ListedSynapses((0, 1, 2, 1)), EightBits) with { Encoding = RowForm.Shared },
                TestNetworks.Project("large", "inputs", "n", new ListedSynapses((0, 2, 2, 1), (0, 5, 2, 1)), EightBits) with { Encoding = RowForm.Dense },
                TestNetworks.Project("silent", "inputs", "n", new ListedSynapses((0, 2, 2, 1), (0, 5, 2, 1), (0, 7, 2, 1)), EightBits),
            ]);

        SynapseRow row = Assert.Single(NetworkCompiler.Compile(network, TestChips.Unbounded).Image.Cores.Single().Synapses.Rows);

        Assert.Equal((6, RowForm.Sparse, RowForm.Dense), (row.Length, row.Form, row.Encoding));
    }

    [Fact]
    public void Synapses_without_weight_stay()
    {
        SynapseMemory memory = Memory(20, new ListedSynapses((0, 3, 0, 1), (0, 9, 0, 1)));

        Assert.Equal(2, Assert.Single(memory.Rows).Length);
    }

    private static SynapseMemory Memory(int neurons, Connectivity connectivity) => NetworkCompiler.Compile(
        TestNetworks.Feedforward(6, neurons, new LoihiNeurons(), connectivity, EightBits), TestChips.Unbounded).Image.Cores.Single().Synapses;
}
