using CsCheck;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Tests.Networks;

public class ComposedTests
{
    [Fact]
    public void A_chain_is_the_product_of_its_matrices() => ConvolutionCase.Gen.Sample(
        c =>
        {
            int sources = Count(c.InputShape);
            int middle = Count(c.OutputShape);
            var pool = new Pool(c.OutputShape, [1, 1], [2], delay: 0);
            int pooled = Count(pool.OutputShape);
            var dense = new AllToAll(pooled, 3, [.. Enumerable.Range(0, 3 * pooled).Select(i => Math.Sin(i))], delay: 1);
            var chain = new Composed([c.Convolution, pool, dense], [c.OutputShape, [pooled]]);
            Assert.Empty(chain.Validate(c.InputShape, [3]));
            double[,] expected = DenseMatrix.Multiply(
                DenseMatrix.Of(dense, pooled, 3),
                DenseMatrix.Multiply(DenseMatrix.Of(pool, middle, pooled), c.Oracle()));
            DenseMatrix.AssertEqual(expected, DenseMatrix.Of(chain, sources, 3));
        },
        iter: 200);

    [Fact]
    public void Paths_to_one_target_become_one_synapse()
    {
        var chain = new Composed([new AllToAll(1, 5, 2.0, delay: 0), new AllToAll(5, 1, 3.0)], [[5]]);
        Assert.Equal([new Synapse(0, 30, 1)], DenseMatrix.Row(chain, 0));
    }

    [Fact]
    public void Delays_add_along_a_path_and_keep_paths_apart()
    {
        var chain = new Composed([new OneToOne([1.0], [2, 5]), new AllToAll(2, 1, 1.0, delay: 1)], [[2]]);
        var fan = new Composed([new AllToAll(1, 2, 1.0, delay: 0), chain], [[2]]);
        Assert.Equal([new Synapse(0, 1, 3), new Synapse(0, 1, 6)], DenseMatrix.Row(fan, 0));
        Assert.Equal(3, fan.Delays.Min);
        Assert.Equal(6, fan.Delays.Max);
    }

    [Fact]
    public void Rows_are_the_same_from_many_threads()
    {
        var convolution = new Convolution([4, 16, 16], [8, 4, 3, 3], [.. Enumerable.Range(0, 288).Select(i => (double)i)], delay: 0);
        var chain = new Composed([convolution, new Pool([8, 14, 14], [2, 2])], [[8, 14, 14]]);
        Synapse[][] expected = [.. Enumerable.Range(0, 1024).Select(source => DenseMatrix.Row(chain, source).ToArray())];
        Parallel.For(0, 1024, source => Assert.Equal(expected[source], DenseMatrix.Row(chain, source)));
    }

    [Fact]
    public void A_stage_that_does_not_fit_is_named()
    {
        var chain = new Composed([new OneToOne(1.0), new AllToAll(5, 1, 1.0)], [[4]]);
        Assert.StartsWith("stage 2 of 2 (AllToAll)", Assert.Single(chain.Validate([4], [1])), StringComparison.Ordinal);
        Assert.Single(new Composed([new OneToOne(1.0)], [[4]]).Validate([4], [4]));
        Assert.Single(new Composed([], []).Validate([4], [4]));
        Assert.Single(new Composed([new OneToOne(1.0), new OneToOne(1.0)], [[100_000, 100_000]]).Validate([4], [4]));
        Assert.Single(new Composed([new OneToOne(1, 40_000), new OneToOne(1, 40_000)], [[4]]).Validate([4], [4]));
    }

    private static int Count(IEnumerable<int> shape) => shape.Aggregate(1, (a, b) => a * b);
}
