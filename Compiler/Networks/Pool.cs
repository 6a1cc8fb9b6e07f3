using System.IO.Hashing;
using Ganglion.ChipSpec.Spec;

namespace Ganglion.Compiler.Networks;

/// <summary>Sums or averages windows of each channel.</summary>
/// <remarks>An average divides by the taps of the window, also at the padded border.</remarks>
public sealed record Pool : Connectivity
{
    private readonly Window? _window;

    /// <summary>Creates it.</summary>
    /// <param name="inputShape">Shape of the source population: (channels, height, width) or (channels, length).</param>
    /// <param name="kernel">Extents of the window, one per spatial axis.</param>
    /// <param name="stride">Step of the window: one value, or one per spatial axis; the kernel's extents when <see langword="null"/>.</param>
    /// <param name="padding">Zeros before and behind the input: one value, or one per spatial axis; 0 when <see langword="null"/>.</param>
    /// <param name="average">Whether to average instead of to sum.</param>
    /// <param name="delay">Delay of every synapse, in timesteps.</param>
    public Pool(
        IReadOnlyList<int> inputShape,
        IReadOnlyList<int> kernel,
        IReadOnlyList<int>? stride = null,
        IReadOnlyList<int>? padding = null,
        bool average = false,
        int delay = 1)
    {
        InputShape = [.. inputShape];
        Kernel = [.. kernel];
        Stride = [.. stride ?? kernel];
        Padding = [.. padding ?? [0]];
        IsAverage = average;
        Delay = delay;
        _window = Window.TryCreate(InputShape, Kernel, Stride, Padding, Padding, [1]);
    }

    /// <summary>Shape of the source population.</summary>
    public IReadOnlyList<int> InputShape { get; }

    /// <summary>Extents of the window.</summary>
    public IReadOnlyList<int> Kernel { get; }

    /// <summary>Step of the window.</summary>
    public IReadOnlyList<int> Stride { get; }

    /// <summary>Zeros before and behind the input.</summary>
    public IReadOnlyList<int> Padding { get; }

    /// <summary>Whether windows are averaged, not summed.</summary>
    public bool IsAverage { get; }

    /// <summary>Delay of every synapse, in timesteps.</summary>
    public int Delay { get; }

    /// <summary>Shape of the target population; empty when the shapes given do not make a pool.</summary>
    public IReadOnlyList<int> OutputShape => _window is null || _window.Problems().Any() ? [] : _window.OutputShape(InputShape[0]);

    /// <inheritdoc/>
    public override IntegerRange Delays => new(Delay, Delay);

    /// <inheritdoc/>
    public override void AppendRow(int source, List<Synapse> row)
    {
        (WindowAxis y, WindowAxis x) = (_window!.Y, _window.X);
        int inputX = source % x.Input;
        int inputY = source / x.Input % y.Input;
        int channel = source / x.Input / y.Input;
        double weight = IsAverage ? 1.0 / ((double)y.Kernel * x.Kernel) : 1.0;
        (int width, int height) = ((int)x.Output, (int)y.Output);
        (int firstY, int endY) = y.OutputsNear(inputY);
        (int firstX, int endX) = x.OutputsNear(inputX);
        for (int outputY = firstY; outputY < endY; outputY++)
        {
            for (int outputX = firstX; outputX < endX; outputX++)
            {
                row.Add(new Synapse((((channel * height) + outputY) * width) + outputX, weight, Delay));
            }
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<string> Validate(IReadOnlyList<int> source, IReadOnlyList<int> target)
    {
        if (_window is null)
        {
            yield return $"the input shape {InputShape.Text()}, the kernel {Kernel.Text()} and the lists of strides and paddings do not describe a pool over one or two axes";
            yield break;
        }

        foreach (string problem in _window.Problems().Concat(ConnectivityChecks.Delays([Delay])))
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
    public override double EstimateSynapses(IReadOnlyList<int> source, IReadOnlyList<int> target) => target.Volume() * Kernel.Volume();

    /// <inheritdoc/>
    public override void AddTo(XxHash128 hash)
    {
        hash.Add(nameof(Pool));
        foreach (IReadOnlyList<int> list in new[] { InputShape, Kernel, Stride, Padding, [IsAverage ? 1 : 0, Delay] })
        {
            hash.Add(list);
        }
    }
}
