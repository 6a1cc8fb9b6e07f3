using System.Runtime.CompilerServices;
using Ganglion.Cores.Loihi2.Lanes;
using Ganglion.Cores.Neurons;

namespace Ganglion.Cores.Loihi2;

/// <summary>Passes on its input where it exceeds a threshold; without memory.</summary>
/// <remarks>
/// <code>
/// s = a if a &gt; threshold
/// </code>
/// Source: lava at b6822fb, proc/graded, PyGradedReluVecModelFixed.
/// </remarks>
public readonly struct GradedReluVector : IGradedModel<GradedReluVector>
{
    private readonly int[] _threshold;
    private readonly int[] _input;

    private GradedReluVector(CompartmentTable table)
    {
        _threshold = table["threshold"];
        _input = table["a"];
    }

    /// <inheritdoc/>
    public static string Name => "loihi2-graded-relu-vector";

    /// <inheritdoc/>
    public static int Ports => 1;

    /// <inheritdoc/>
    public static IReadOnlyList<NeuronVariable> Variables { get; } =
    [
        new("threshold", IsState: false, Default: 0, Padding: 0),
        new("a", IsState: true, Default: 0, Padding: 0),
    ];

    /// <inheritdoc/>
    public static GradedReluVector Bind(CompartmentTable table) => new(table);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public GradedStep<TLanes> Step<TLanes>(int first, TLanes input, TLanes second)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes value = TLanes.Wrap(input);
        TLanes old = TLanes.Load(_input, first);
        value.Store(_input, first);
        return new(value & TLanes.Above(value, TLanes.Load(_threshold, first)), value ^ old);
    }
}
