using System.Runtime.CompilerServices;
using Ganglion.Cores.Loihi2.Lanes;
using Ganglion.Cores.Neurons;

namespace Ganglion.Cores.Loihi2;

/// <summary>Normalises a vector in concert with an inverse square root: sends a square, or the delayed input times a factor.</summary>
/// <remarks>
/// <code>
/// square = 1:  s = a²                               what is summed for the norm
/// square = 0:  s = a(previous timestep) · b  if |s| &gt; threshold
/// </code>
/// A neuron with both outputs takes two compartments. Source: lava at b6822fb, proc/graded, NormVecDelayModel.
/// </remarks>
public readonly struct NormVector : IGradedModel<NormVector>
{
    private readonly int[] _threshold;
    private readonly int[] _square;
    private readonly int[] _previous;

    private NormVector(CompartmentTable table)
    {
        _threshold = table["threshold"];
        _square = table["square"];
        _previous = table["previous"];
    }

    /// <inheritdoc/>
    public static string Name => "loihi2-norm-vector";

    /// <inheritdoc/>
    public static int Ports => 2;

    /// <inheritdoc/>
    public static IReadOnlyList<NeuronVariable> Variables { get; } =
    [
        new("threshold", IsState: false, Default: 0, Padding: 0),
        new("square", IsState: false, Default: 0, Padding: 0),
        new("previous", IsState: true, Default: 0, Padding: 0),
    ];

    /// <inheritdoc/>
    public static NormVector Bind(CompartmentTable table) => new(table);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public GradedStep<TLanes> Step<TLanes>(int first, TLanes input, TLanes second)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes previous = TLanes.Load(_previous, first);
        TLanes value = TLanes.Wrap(input);
        value.Store(_previous, first);
        TLanes product = TLanes.Wrap(previous * second);
        TLanes sent = product & TLanes.Above(TLanes.Abs(product), TLanes.Load(_threshold, first));
        return new(TLanes.Select(TLanes.IsZero(TLanes.Load(_square, first)), sent, value * value), value ^ previous);
    }
}
