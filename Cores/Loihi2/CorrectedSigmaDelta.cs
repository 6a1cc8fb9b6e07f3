using System.Runtime.CompilerServices;
using Ganglion.Cores.Loihi2.Lanes;
using Ganglion.Cores.Neurons;

namespace Ganglion.Cores.Loihi2;

/// <summary>Sigma-delta neuron that remembers what it sent rather than what it had, so that truncated bits are not lost.</summary>
/// <remarks>
/// <code>
/// sigma' = sigma + a
/// delta = f(sigma' + bias) − act     f is the identity, or max(·, 0) where relu is 1
/// s = (delta if |delta| ≥ threshold) » stateExponent
/// act' = act + (s « stateExponent)
/// </code>
/// Source: lava at b6822fb, proc/sdn, PySigmaDeltaModelFixedCorrected.
/// </remarks>
public readonly struct CorrectedSigmaDelta : IGradedModel<CorrectedSigmaDelta>
{
    private readonly int[] _bias;
    private readonly int[] _relu;
    private readonly int[] _threshold;
    private readonly int[] _stateExponent;
    private readonly int[] _act;
    private readonly int[] _sigma;

    private CorrectedSigmaDelta(CompartmentTable table)
    {
        _bias = table["bias"];
        _relu = table["relu"];
        _threshold = table["threshold"];
        _stateExponent = table["stateExponent"];
        _act = table["act"];
        _sigma = table["sigma"];
    }

    /// <inheritdoc/>
    public static string Name => "loihi2-sigma-delta-corrected";

    /// <inheritdoc/>
    public static int Ports => 1;

    /// <inheritdoc/>
    public static IReadOnlyList<NeuronVariable> Variables { get; } =
    [
        new("bias", IsState: false, Default: 0, Padding: 0),
        new("relu", IsState: false, Default: 0, Padding: 0),
        new("threshold", IsState: false, Default: 0, Padding: 0),
        new("stateExponent", IsState: false, Default: 0, Padding: 0),
        new("act", IsState: true, Default: 0, Padding: 0),
        new("sigma", IsState: true, Default: 0, Padding: 0),
    ];

    /// <inheritdoc/>
    public static CorrectedSigmaDelta Bind(CompartmentTable table) => new(table);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public GradedStep<TLanes> Step<TLanes>(int first, TLanes input, TLanes second)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes oldSigma = TLanes.Load(_sigma, first);
        TLanes oldAct = TLanes.Load(_act, first);
        TLanes sigma = TLanes.Wrap(oldSigma + input);
        TLanes biased = sigma + TLanes.Load(_bias, first);
        TLanes delta = TLanes.Select(TLanes.IsZero(TLanes.Load(_relu, first)), biased, TLanes.Max(biased, default)) - oldAct;
        TLanes exponent = TLanes.Load(_stateExponent, first);
        TLanes stays = TLanes.Above(TLanes.Load(_threshold, first), TLanes.Abs(delta));
        TLanes sent = TLanes.Select(stays, default, delta) >> exponent;
        TLanes act = oldAct + (sent << exponent);
        sigma.Store(_sigma, first);
        act.Store(_act, first);
        return new(sent, (sigma ^ oldSigma) | (act ^ oldAct));
    }
}
