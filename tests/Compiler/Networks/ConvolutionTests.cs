using CsCheck;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Tests.Networks;

public class ConvolutionTests
{
    [Fact]
    public void Rows_are_the_columns_of_the_defining_matrix() => ConvolutionCase.Gen.Sample(
        c =>
        {
            Convolution convolution = c.Convolution;
            Assert.Empty(convolution.Validate(c.InputShape, c.OutputShape));
            Assert.Equal(c.OutputShape, convolution.OutputShape);
            double[,] expected = c.Oracle();
            DenseMatrix.AssertEqual(expected, DenseMatrix.Of(convolution, expected.GetLength(1), expected.GetLength(0)));
        },
        iter: 1000);

    [Fact]
    public void Follows_the_cross_correlation_of_the_training_frameworks()
    {
        // x = [1, 2, 3, 4] and k = [1, 10, 100] give 1 + 20 + 300 and 2 + 30 + 400; a mirrored kernel would give 123 and 234.
        var convolution = new Convolution([1, 4], [1, 1, 3], [1, 10, 100]);
        double[,] matrix = DenseMatrix.Of(convolution, 4, 2);
        double[] output = [.. Enumerable.Range(0, 2).Select(o => Enumerable.Range(0, 4).Sum(i => matrix[o, i] * (i + 1)))];
        Assert.Equal([321.0, 432.0], output);
    }

    [Fact]
    public void One_axis_is_a_plane_of_height_one() => ConvolutionCase.Gen.Sample(
        c =>
        {
            ConvolutionCase flat = c with
            {
                Input = [1, c.Input[1]],
                Kernel = [1, c.Kernel[1]],
                Stride = [1, c.Stride[1]],
                Padding = [0, c.Padding[1]],
                PaddingAfter = [0, c.PaddingAfter[1]],
            };
            var line = new Convolution(
                [flat.InputShape[0], flat.Input[1]],
                [flat.KernelShape[0], flat.KernelShape[1], flat.Kernel[1]],
                flat.Weights,
                [flat.Stride[1]],
                [flat.Padding[1]],
                [flat.Dilation[1]],
                flat.Groups,
                1,
                [flat.PaddingAfter[1]]);
            Assert.Equal([flat.OutputShape[0], flat.OutputShape[2]], line.OutputShape);
            double[,] expected = flat.Oracle();
            DenseMatrix.AssertEqual(expected, DenseMatrix.Of(line, expected.GetLength(1), expected.GetLength(0)));
        },
        iter: 300);

    [Fact]
    public void Shapes_that_do_not_fit_are_named()
    {
        var convolution = new Convolution([2, 34, 34], [16, 2, 5, 5], new double[800], [2], [1]);
        Assert.Empty(convolution.Validate([2, 34, 34], [16, 16, 16]));
        Assert.Contains("(16, 16, 16)", Assert.Single(convolution.Validate([2, 34, 34], [16, 15, 15])), StringComparison.Ordinal);
        Assert.Contains("(2, 30, 34)", Assert.Single(convolution.Validate([2, 30, 34], [16, 16, 16])), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new[] { 2, 8 }, new[] { 4, 2, 3, 3 }, 72, 1, 1)]
    [InlineData(new[] { 2, 8, 8 }, new[] { 4, 2, 3, 3 }, 71, 1, 1)]
    [InlineData(new[] { 2, 8, 8 }, new[] { 4, 2, 3, 3 }, 72, 2, 1)]
    [InlineData(new[] { 2, 8, 8 }, new[] { 4, 2, 3, 3 }, 72, 1, 0)]
    [InlineData(new[] { 2, 2, 8 }, new[] { 4, 2, 3, 3 }, 72, 1, 1)]
    [InlineData(new[] { 2, 8, 8 }, new[] { 4 }, 4, 1, 1)]
    [InlineData(new int[0], new[] { 4, 2, 3, 3 }, 72, 1, 1)]
    public void Impossible_geometries_are_refused(int[] input, int[] kernel, int weights, int groups, int stride)
    {
        var convolution = new Convolution(input, kernel, new double[weights], [stride], groups: groups);
        Assert.NotEmpty(convolution.Validate(input, [1]));
        Assert.Empty(convolution.OutputShape);
    }
}
