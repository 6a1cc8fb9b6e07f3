using CsCheck;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Tests.Networks;

public class ConnectivityTests
{
    [Fact]
    public void One_to_one_uses_the_values_of_each_neuron()
    {
        var each = new OneToOne([1.0, 2.0, 3.0], [4, 5, 6]);
        Assert.Equal([new Synapse(2, 3, 6)], DenseMatrix.Row(each, 2));
        Assert.Equal((4, 6), (each.Delays.Min, each.Delays.Max));
        Assert.Equal([new Synapse(2, 7, 0)], DenseMatrix.Row(new OneToOne(7, 0), 2));
    }

    [Fact]
    public void One_to_one_needs_equal_sizes_and_matching_lists()
    {
        Assert.Empty(new OneToOne(1).Validate([2, 3], [6]));
        Assert.Single(new OneToOne(1).Validate([2, 3], [5]));
        Assert.Single(new OneToOne([1, 2], [1]).Validate([3], [3]));
        Assert.Single(new OneToOne([1], []).Validate([3], [3]));
        Assert.Single(new OneToOne(double.NaN).Validate([3], [3]));
        Assert.Single(new OneToOne(1, -1).Validate([3], [3]));
    }

    [Fact]
    public void All_to_all_multiplies_by_its_matrix()
    {
        var matrix = new AllToAll(3, 2, [1.0, 2, 3, 4, 5, 6], delay: 2);
        Assert.Equal([new Synapse(0, 2, 2), new Synapse(1, 5, 2)], DenseMatrix.Row(matrix, 1));
        Assert.Equal([new Synapse(0, 9, 1), new Synapse(1, 9, 1)], DenseMatrix.Row(new AllToAll(3, 2, 9.0), 1));
    }

    [Fact]
    public void All_to_all_needs_a_matrix_of_its_size()
    {
        Assert.Empty(new AllToAll(3, 2, new double[6]).Validate([3], [2]));
        Assert.Single(new AllToAll(3, 2, new double[5]).Validate([3], [2]));
        Assert.Single(new AllToAll(3, 2, 1.0).Validate([4], [2]));
        Assert.Single(new AllToAll(3, 2, 1.0).Validate([3], [1]));
        Assert.Single(new AllToAll(3, 2, double.PositiveInfinity).Validate([3], [2]));
        Assert.Single(new AllToAll(3, 2, 1.0, Connectivity.MaximumDelay + 1).Validate([3], [2]));
    }

    [Fact]
    public void Explicit_synapses_come_back_row_by_row_in_target_order() =>
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 9], Gen.Int[1, 5]).Array[0, 60].Sample(triplets =>
        {
            (int Source, Synapse Synapse)[] synapses = [.. triplets.Select((t, i) => (t.Item1, new Synapse(t.Item2, i, t.Item3)))];
            Explicit connectivity = Explicit.FromSynapses(10, synapses);
            Assert.Empty(connectivity.Validate([10], [10]));
            for (int source = 0; source < 10; source++)
            {
                IEnumerable<Synapse> expected = synapses.Where(s => s.Source == source).Select(s => s.Synapse).OrderBy(s => s.Target);
                Assert.Equal(expected, DenseMatrix.Row(connectivity, source));
            }
        });

    [Theory]
    [InlineData(new[] { 0, 1, 2 }, new[] { 0, 3 }, 2)]
    [InlineData(new[] { 0, 1, 2 }, new[] { 0, -1 }, 2)]
    [InlineData(new[] { 0, 2, 2 }, new[] { 1, 0 }, 2)]
    [InlineData(new[] { 0, 2, 1 }, new[] { 0, 1 }, 2)]
    [InlineData(new[] { 0, 9, 2 }, new[] { 0, 1 }, 2)]
    [InlineData(new[] { 1, 1, 2 }, new[] { 0, 1 }, 2)]
    [InlineData(new[] { 0, 1, 2 }, new[] { 0, 1 }, 3)]
    [InlineData(new[] { 0, 2 }, new[] { 0, 1 }, 2)]
    [InlineData(new int[0], new[] { 0, 1 }, 2)]
    public void Explicit_rows_that_contradict_themselves_are_refused(int[] rowStarts, int[] targets, int weights) =>
        Assert.NotEmpty(new Explicit(rowStarts, targets, new double[weights], [1]).Validate([2], [3]));
}
