using System.IO.Hashing;
using Ganglion.ChipSpec.Spec;

namespace Ganglion.Compiler.Networks;

/// <summary>A convolution over one or two spatial axes, with shared weights.</summary>
/// <remarks>
/// Cross-correlation, as the frameworks that train such networks define it:
/// <c>y[o, p] = Σ_{c, k} Kernel[o, c, k] · x[c, p·Stride − Padding + k·Dilation]</c>, where outside of the input x is 0 and c runs
/// over the input channels of o's group.
/// </remarks>
public sealed record Convolution : Connectivity
{
    private readonly double[] _kernel;
    private readonly Window? _window;

    /// <summary>Creates it.</summary>
    /// <param name="inputShape">Shape of the source population: (channels, height, width) or (channels, length).</param>
    /// <param name="kernelShape">(output channels, input channels / groups, height, width) or (output channels, input channels / groups, length).</param>
    /// <param name="kernel">Weights, the last axis fastest; an array is kept, not copied.</param>
    /// <param name="stride">Step of the window: one value, or one per spatial axis; 1 when <see langword="null"/>.</param>
    /// <param name="padding">Zeros before and behind the input: one value, or one per spatial axis; 0 when <see langword="null"/>.</param>
    /// <param name="dilation">Distance between taps: one value, or one per spatial axis; 1 when <see langword="null"/>.</param>
    /// <param name="groups">Groups into which the channels are divided.</param>
    /// <param name="delay">Delay of every synapse, in timesteps.</param>
    /// <param name="paddingAfter">Zeros behind the input where they differ from those before it.</param>
    public Convolution(
        IReadOnlyList<int> inputShape,
        IReadOnlyList<int> kernelShape,
        IReadOnlyList<double> kernel,
        IReadOnlyList<int>? stride = null,
        IReadOnlyList<int>? padding = null,
        IReadOnlyList<int>? dilation = null,
        int groups = 1,
        int delay = 1,
        IReadOnlyList<int>? paddingAfter = null)
    {
        InputShape = [.. inputShape];
        KernelShape = [.. kernelShape];
        _kernel = kernel as double[] ?? [.. kernel];
        Stride = [.. stride ?? [1]];
        Padding = [.. padding ?? [0]];
        PaddingAfter = [.. paddingAfter ?? Padding];
        Dilation = [.. dilation ?? [1]];
        Groups = groups;
        Delay = delay;
        _window = Window.TryCreate(InputShape, [.. KernelShape.Skip(2)], Stride, Padding, PaddingAfter, Dilation);
    }

    /// <summary>Shape of the source population.</summary>
    public IReadOnlyList<int> InputShape { get; }

    /// <summary>Shape of the kernel, output channels first.</summary>
    public IReadOnlyList<int> KernelShape { get; }

    /// <summary>Weights, the last axis of <see cref="KernelShape"/> fastest.</summary>
    public IReadOnlyList<double> Kernel => _kernel;

    /// <summary>Step of the window.</summary>
    public IReadOnlyList<int> Stride { get; }

    /// <summary>Zeros before the input.</summary>
    public IReadOnlyList<int> Padding { get; }

    /// <summary>Zeros behind the input.</summary>
    public IReadOnlyList<int> PaddingAfter { get; }

    /// <summary>Distance between taps.</summary>
    public IReadOnlyList<int> Dilation { get; }

    /// <summary>Groups into which the channels are divided.</summary>
    public int Groups { get; }

    /// <summary>Delay of every synapse, in timesteps.</summary>
    public int Delay { get; }

    /// <summary>Shape of the target population; empty when the shapes given do not make a convolution.</summary>
    public IReadOnlyList<int> OutputShape => Problems().Any() ? [] : _window!.OutputShape(KernelShape[0]);

    /// <inheritdoc/>
    public override IntegerRange Delays => new(Delay, Delay);

    /// <inheritdoc/>
    public override void AppendRow(int source, List<Synapse> row)
    {
        (WindowAxis y, WindowAxis x) = (_window!.Y, _window.X);
        int inputX = source % x.Input;
        int inputY = source / x.Input % y.Input;
        int channel = source / x.Input / y.Input;
        int channelsPerGroup = KernelShape[1];
        int outputsPerGroup = KernelShape[0] / Groups;
        int firstOutput = channel / channelsPerGroup * outputsPerGroup;
        (int width, int height) = ((int)x.Output, (int)y.Output);
        (int firstY, int endY) = y.OutputsNear(inputY);
        (int firstX, int endX) = x.OutputsNear(inputX);
        for (int output = firstOutput; output < firstOutput + outputsPerGroup; output++)
        {
            int plane = ((output * channelsPerGroup) + (channel % channelsPerGroup)) * y.Kernel;
            for (int outputY = firstY; outputY < endY; outputY++)
            {
                int tapY = y.TapOf(outputY, inputY);
                for (int outputX = firstX; tapY >= 0 && outputX < endX; outputX++)
                {
                    int tapX = x.TapOf(outputX, inputX);
                    if (tapX >= 0)
                    {
                        int target = (((output * height) + outputY) * width) + outputX;
                        row.Add(new Synapse(target, _kernel[((plane + tapY) * x.Kernel) + tapX], Delay));
                    }
                }
            }
        }
    }

    /// <summary>Synapses that leave every source neuron.</summary>
    internal int[] FanOut() =>
        Counts(InputShape[0], _window!.Y.OutputsOfInputs(), _window.X.OutputsOfInputs(), KernelShape[0] / Groups);

    /// <summary>Synapses that end at every target neuron.</summary>
    internal int[] FanIn() =>
        Counts(KernelShape[0], _window!.Y.InputsOfOutputs(), _window.X.InputsOfOutputs(), KernelShape[1]);

    /// <inheritdoc/>
    public override IEnumerable<string> Validate(IReadOnlyList<int> source, IReadOnlyList<int> target)
    {
        foreach (string problem in Problems().Concat(ConnectivityChecks.Weights(_kernel)).Concat(ConnectivityChecks.Delays([Delay])))
        {
            yield return problem;
        }

        if (source.Volume() != InputShape.Volume())
        {
            yield return $"it is made for an input of shape {InputShape.Text()}, but the source population has shape {source.Text()}";
        }

        if (OutputShape is { Count: > 0 } output && target.Volume() != output.Volume())
        {
            yield return $"its output has shape {output.Text()}, but the target population has shape {target.Text()}";
        }
    }

    /// <inheritdoc/>
    public override double EstimateSynapses(IReadOnlyList<int> source, IReadOnlyList<int> target) =>
        target.Volume() * KernelShape.Skip(1).ToArray().Volume();

    /// <inheritdoc/>
    public override void AddTo(XxHash128 hash)
    {
        hash.Add(nameof(Convolution));
        foreach (IReadOnlyList<int> list in new[] { InputShape, KernelShape, Stride, Padding, PaddingAfter, Dilation, [Groups, Delay] })
        {
            hash.Add(list);
        }

        hash.Add(_kernel);
    }

    private static int[] Counts(int channels, int[] y, int[] x, int perTap)
    {
        int[] plane = [.. from inY in y from inX in x select inY * inX * perTap];
        int[] counts = new int[channels * plane.Length];
        for (int channel = 0; channel < channels; channel++)
        {
            plane.CopyTo(counts, channel * plane.Length);
        }

        return counts;
    }

    private IEnumerable<string> Problems()
    {
        if (_window is null)
        {
            yield return $"the input shape {InputShape.Text()}, the kernel shape {KernelShape.Text()} and the lists of strides, paddings and dilations do not describe a convolution over one or two axes";
            yield break;
        }

        foreach (string problem in _window.Problems())
        {
            yield return problem;
        }

        if (Groups < 1 || KernelShape[0] < 1 || KernelShape[0] % Groups != 0 || (long)KernelShape[1] * Groups != InputShape[0])
        {
            yield return $"with {Groups} groups, a kernel of shape {KernelShape.Text()} does not fit {InputShape[0]} input channels: it needs input channels / groups as second extent, and output channels divisible by the groups";
        }

        if (KernelShape.Volume() != _kernel.Length)
        {
            yield return $"it has {_kernel.Length} weights, but its kernel shape {KernelShape.Text()} needs {KernelShape.Volume()}";
        }
    }
}
