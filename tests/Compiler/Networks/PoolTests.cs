using CsCheck;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Tests.Networks;

public class PoolTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Sums_or_averages_each_channel_alone(bool average) => ConvolutionCase.Gen.Sample(
        c =>
        {
            c = c with { Dilation = [1, 1], PaddingAfter = c.Padding };
            if (c.OutputShape[1] < 1 || c.OutputShape[2] < 1)
            {
                return;
            }

            // A pool is a convolution of one channel per group with a constant kernel.
            int channels = c.InputShape[0];
            double weight = average ? 1.0 / (c.Kernel[0] * c.Kernel[1]) : 1.0;
            double[] kernel = Enumerable.Repeat(weight, channels * c.Kernel[0] * c.Kernel[1]).ToArray();
            var expected = new Convolution(c.InputShape, [channels, 1, .. c.Kernel], kernel, c.Stride, c.Padding, [1], channels);
            var pool = new Pool(c.InputShape, c.Kernel, c.Stride, c.Padding, average);
            Assert.Empty(pool.Validate(c.InputShape, expected.OutputShape));
            Assert.Equal(expected.OutputShape, pool.OutputShape);
            int sources = c.InputShape.Aggregate((a, b) => a * b);
            int targets = expected.OutputShape.Aggregate((a, b) => a * b);
            DenseMatrix.AssertEqual(DenseMatrix.Of(expected, sources, targets), DenseMatrix.Of(pool, sources, targets));
        },
        iter: 500);

    [Fact]
    public void Windows_do_not_overlap_by_default()
    {
        var pool = new Pool([1, 4, 4], [2, 2]);
        Assert.Equal([1, 2, 2], pool.OutputShape);
        Assert.Equal([new Synapse(3, 1, 1)], DenseMatrix.Row(pool, 15));
    }

    [Fact]
    public void An_incomplete_window_at_the_end_is_left_out()
    {
        var pool = new Pool([1, 5], [2]);
        Assert.Equal([1, 2], pool.OutputShape);
        Assert.Empty(DenseMatrix.Row(pool, 4));
    }

    [Fact]
    public void Shapes_that_do_not_fit_are_named()
    {
        var pool = new Pool([1, 4, 4], [2, 2]);
        Assert.Single(pool.Validate([1, 4, 4], [1, 3, 3]));
        Assert.Single(pool.Validate([1, 4, 5], [1, 2, 2]));
        Assert.Single(new Pool([1, 4, 4], [2]).Validate([1, 4, 4], [1, 2, 2]));
        Assert.NotEmpty(new Pool([1, 4, 4], [5, 5]).Validate([1, 4, 4], [1, 1, 1]));
        Assert.NotEmpty(new Pool([1, 4, 4], [2, 2], [0]).Validate([1, 4, 4], [1, 1, 1]));
    }
}
