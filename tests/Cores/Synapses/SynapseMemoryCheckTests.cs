using Ganglion.ChipSpec.Image;
using Ganglion.Cores.Neurons;

namespace Ganglion.Cores.Tests.Synapses;

/// <summary>What the delivery takes for granted is checked when a core is loaded.</summary>
public sealed class SynapseMemoryCheckTests
{
    [Theory]
    [InlineData(4, 4, 3)]
    [InlineData(1, 1, 1)]
    [InlineData(24, 1, 3)]
    [InlineData(8, 3, 3)]
    [InlineData(8, 0, 3)]
    [InlineData(8, 2, 9)]
    [InlineData(4096, 32, 3)]
    [InlineData(1 << 30, 4, 3)]
    public void A_ring_of_another_shape_is_refused(int slotStride, int delaySlots, int compartments) =>
        Assert.Throws<ArgumentException>(() => Load(compartments, CoreImages.Memory(slotStride, delaySlots)));

    [Theory]
    [InlineData(0, 4, 0, RowForm.Sparse)]
    [InlineData(-1, 1, 0, RowForm.Sparse)]
    [InlineData(0, -1, 0, RowForm.Sparse)]
    [InlineData(int.MaxValue, 2, 0, RowForm.Shared)]
    [InlineData(0, 6, 0, RowForm.Dense)]
    [InlineData(0, 5, 4, RowForm.Dense)]
    [InlineData(0, 5, 12, RowForm.Dense)]
    [InlineData(0, 5, 16, RowForm.Dense)]
    [InlineData(0, 5, -8, RowForm.Dense)]
    [InlineData(0, 1, 0, (RowForm)7)]
    public void A_row_outside_its_storage_or_its_delay_slot_is_refused(int start, int length, int offset, RowForm form) =>
        Assert.Throws<ArgumentException>(() => Load(
            8, CoreImages.Memory(8, 2, [new SynapseRow(start, length, offset, form, form)], new uint[3], new short[5])));

    [Fact]
    public void A_row_that_fills_its_delay_slot_is_accepted() =>
        Load(8, CoreImages.Memory(8, 2, [new SynapseRow(0, 5, 11, RowForm.Dense, RowForm.Dense)], new uint[3], new short[5]));

    private static void Load(int compartments, SynapseMemory memory) => _ = new Core<LoihiCubaLif>(CoreImages.Of(compartments, memory));
}
