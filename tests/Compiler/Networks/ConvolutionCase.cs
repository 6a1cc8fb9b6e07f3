using CsCheck;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Tests.Networks;

/// <summary>A random convolution, with an oracle that follows its definition output by output.</summary>
internal sealed record ConvolutionCase(
    int Groups, int InputsPerGroup, int OutputsPerGroup, int[] Input, int[] Kernel, int[] Stride, int[] Padding, int[] PaddingAfter, int[] Dilation)
{
    public static Gen<ConvolutionCase> Gen { get; } =
        (from groups in CsCheck.Gen.Int[1, 3]
         from inputs in CsCheck.Gen.Int[1, 3]
         from outputs in CsCheck.Gen.Int[1, 3]
         from input in Pair(1, 9)
         from kernel in Pair(1, 4)
         from stride in Pair(1, 3)
         from padding in Pair(0, 3)
         from after in Pair(0, 3)
         from dilation in Pair(1, 3)
         select new ConvolutionCase(groups, inputs, outputs, input, kernel, stride, padding, after, dilation))
        .Where(c => c.Output(0) > 0 && c.Output(1) > 0);

    public int[] InputShape => [Groups * InputsPerGroup, .. Input];

    public int[] OutputShape => [Groups * OutputsPerGroup, Output(0), Output(1)];

    public int[] KernelShape => [Groups * OutputsPerGroup, InputsPerGroup, .. Kernel];

    public double[] Weights => [.. Enumerable.Range(1, KernelShape.Aggregate((a, b) => a * b)).Select(i => (double)i)];

    public Convolution Convolution => new(InputShape, KernelShape, Weights, Stride, Padding, Dilation, Groups, delay: 1, PaddingAfter);

    public double[,] Oracle()
    {
        var matrix = new double[OutputShape.Aggregate((a, b) => a * b), InputShape.Aggregate((a, b) => a * b)];
        for (int o = 0; o < OutputShape[0]; o++)
        {
            for (int oy = 0; oy < OutputShape[1]; oy++)
            {
                for (int ox = 0; ox < OutputShape[2]; ox++)
                {
                    for (int c = 0; c < InputsPerGroup; c++)
                    {
                        for (int ky = 0; ky < Kernel[0]; ky++)
                        {
                            for (int kx = 0; kx < Kernel[1]; kx++)
                            {
                                int y = (oy * Stride[0]) - Padding[0] + (ky * Dilation[0]);
                                int x = (ox * Stride[1]) - Padding[1] + (kx * Dilation[1]);
                                if (y >= 0 && y < Input[0] && x >= 0 && x < Input[1])
                                {
                                    int channel = (o / OutputsPerGroup * InputsPerGroup) + c;
                                    int target = (((o * OutputShape[1]) + oy) * OutputShape[2]) + ox;
                                    int source = (((channel * Input[0]) + y) * Input[1]) + x;
                                    matrix[target, source] += Weights[(((((o * InputsPerGroup) + c) * Kernel[0]) + ky) * Kernel[1]) + kx];
                                }
                            }
                        }
                    }
                }
            }
        }

        return matrix;
    }

    private static Gen<int[]> Pair(int min, int max) => CsCheck.Gen.Int[min, max].Array[2];

    private int Output(int axis)
    {
        int free = Input[axis] + Padding[axis] + PaddingAfter[axis] - (Dilation[axis] * (Kernel[axis] - 1)) - 1;
        return free < 0 ? 0 : (free / Stride[axis]) + 1;
    }
}
