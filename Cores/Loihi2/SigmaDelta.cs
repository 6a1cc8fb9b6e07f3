using System.Runtime.CompilerServices;
using Ganglion.Cores.Loihi2.Lanes;
using Ganglion.Cores.Neurons;

namespace Ganglion.Cores.Loihi2;

/// <summary>Sigma-delta neuron: sums what it gets, activates, and sends changes.</summary>
/// <remarks>
/// <code>
/// sigma' = sigma + a
/// act' = f(sigma' + bias)            f is the identity, or max(·, 0) where relu is 1
/// s = delta coding of act'           see <c>DeltaCoder</c>
/// </code>
/// Threshold and bias are in units of the state, 2^(spike exponent + state exponent). Source: lava at b6822fb, proc/sdn,
/// PySigmaDeltaModelFixed.
/// </remarks>
public readonly struct SigmaDelta : IGradedModel<SigmaDelta>
{
    private readonly int[] _bias;
    private readonly int[] _relu;
    private readonly int[] _sigma;
    private readonly DeltaCoder _coder;

    private SigmaDelta(CompartmentTable table)
    {
        _bias = table["bias"];
        _relu = table["relu"];
        _sigma = table["sigma"];
        _coder = new DeltaCoder(table);
    }

    /// <inheritdoc/>
    public static string Name => "loihi2-sigma-delta";

    /// <inheritdoc/>
    public static int Ports => 1;

    /// <inheritdoc/>
    public static IReadOnlyList<NeuronVariable> Variables { get; } =
    [
        new("bias", IsState: false, Default: 0, Padding: 0),
        new("relu", IsState: false, Default: 0, Padding: 0),
        .. DeltaCoder.Variables,
        new("sigma", IsState: true, Default: 0, Padding: 0),
    ];

    /// <inheritdoc/>
    public static SigmaDelta Bind(CompartmentTable table) => new(table);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public GradedStep<TLanes> Step<TLanes>(int first, TLanes input, TLanes second)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes old = TLanes.Load(_sigma, first);
        TLanes sigma = TLanes.Wrap(old + input);
        sigma.Store(_sigma, first);
        TLanes biased = sigma + TLanes.Load(_bias, first);
        TLanes activation = TLanes.Select(TLanes.IsZero(TLanes.Load(_relu, first)), biased, TLanes.Max(biased, default));
        GradedStep<TLanes> step = _coder.Step(first, activation);
        return step with { Changed = step.Changed | (sigma ^ old) };
    }
}
