using System.Runtime.CompilerServices;
using Ganglion.Cores.Loihi2.Lanes;
using Ganglion.Cores.Neurons;

namespace Ganglion.Cores.Loihi2;

/// <summary>Leaky integrate-and-fire neuron with an adaptive threshold and a refractory state of its own.</summary>
/// <remarks>
/// <code>
/// i' = wrap(decay(i, δi) + 64 · a)                  24 bits, −2^23 + 1 to 2^23: +2^23 is kept
/// v' = clip(decay(v, δv) + i' + bias)               ±(2^23 − 1)
/// θ' = decay(θ − θ0, δθ) + θ0;  r' = decay(r, δr)
/// spike if v' − r' ≥ θ', then r' += 2θ' and θ' += θstep; v' is kept
/// decay(x, δ) = sgn(x) · (|x| · (4096 − δ) » 12)    rounds towards zero
/// </code>
/// Unlike in the other models, the threshold is reached by equality. θ0, θstep are in units of the state, 64 times lava's parameters;
/// δi is one more than lava's. Source: lava at b6822fb, proc/atrlif, PyATRLIFModelFixed.
/// </remarks>
public readonly struct AdaptiveThresholdLif : IGradedModel<AdaptiveThresholdLif>
{
    private const int WeightShift = 6;
    private const int DecayBits = 12;
    private const int DecayOne = 1 << DecayBits;
    private const int Limit = 1 << 23;

    private readonly int[] _currentDecay;
    private readonly int[] _potentialDecay;
    private readonly int[] _thresholdDecay;
    private readonly int[] _refractoryDecay;
    private readonly int[] _thresholdBase;
    private readonly int[] _thresholdStep;
    private readonly int[] _bias;
    private readonly int[] _i;
    private readonly int[] _v;
    private readonly int[] _theta;
    private readonly int[] _r;

    private AdaptiveThresholdLif(CompartmentTable table)
    {
        _currentDecay = table["currentDecay"];
        _potentialDecay = table["potentialDecay"];
        _thresholdDecay = table["thresholdDecay"];
        _refractoryDecay = table["refractoryDecay"];
        _thresholdBase = table["thresholdBase"];
        _thresholdStep = table["thresholdStep"];
        _bias = table["bias"];
        _i = table["i"];
        _v = table["v"];
        _theta = table["theta"];
        _r = table["r"];
    }

    /// <inheritdoc/>
    public static string Name => "loihi2-atrlif";

    /// <inheritdoc/>
    public static int Ports => 1;

    /// <inheritdoc/>
    public static IReadOnlyList<NeuronVariable> Variables { get; } =
    [
        new("currentDecay", IsState: false, Default: DecayOne, Padding: 0),
        new("potentialDecay", IsState: false, Default: 0, Padding: 0),
        new("thresholdDecay", IsState: false, Default: 0, Padding: 0),
        new("refractoryDecay", IsState: false, Default: 0, Padding: 0),
        new("thresholdBase", IsState: false, Default: Limit, Padding: Limit),
        new("thresholdStep", IsState: false, Default: 0, Padding: 0),
        new("bias", IsState: false, Default: 0, Padding: 0),
        new("i", IsState: true, Default: 0, Padding: 0),
        new("v", IsState: true, Default: 0, Padding: 0),
        new("theta", IsState: true, Default: Limit, Padding: Limit),
        new("r", IsState: true, Default: 0, Padding: 0),
    ];

    /// <inheritdoc/>
    public static AdaptiveThresholdLif Bind(CompartmentTable table) => new(table);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public GradedStep<TLanes> Step<TLanes>(int first, TLanes input, TLanes second)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes oldI = TLanes.Load(_i, first);
        TLanes oldV = TLanes.Load(_v, first);
        TLanes oldTheta = TLanes.Load(_theta, first);
        TLanes oldR = TLanes.Load(_r, first);
        TLanes i = WrapCurrent(Decay(oldI, _currentDecay, first) + (input << TLanes.Of(WeightShift)));
        TLanes v = Decay(oldV, _potentialDecay, first) + i + TLanes.Load(_bias, first);
        v = TLanes.Min(TLanes.Max(v, TLanes.Of(1 - Limit)), TLanes.Of(Limit - 1));
        TLanes rest = TLanes.Load(_thresholdBase, first);
        TLanes theta = Decay(oldTheta - rest, _thresholdDecay, first) + rest;
        TLanes r = Decay(oldR, _refractoryDecay, first);
        TLanes stays = TLanes.Above(theta, v - r);
        r += TLanes.Select(stays, default, theta + theta);
        theta += TLanes.Select(stays, default, TLanes.Load(_thresholdStep, first));
        i.Store(_i, first);
        v.Store(_v, first);
        theta.Store(_theta, first);
        r.Store(_r, first);
        return new(TLanes.Select(stays, default, TLanes.Of(1)), (i ^ oldI) | (v ^ oldV) | (theta ^ oldTheta) | (r ^ oldR));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Decay<TLanes>(TLanes x, int[] decays, int first)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes sign = TLanes.Above(default, x);
        TLanes magnitude = (TLanes.Abs(x) * (TLanes.Of(DecayOne) - TLanes.Load(decays, first))) >> TLanes.Of(DecayBits);
        return (magnitude ^ sign) - sign;
    }

    /// <summary>The value modulo 2^24 that lies in −2^23 + 1 … 2^23.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes WrapCurrent<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes low = x & TLanes.Of((2L * Limit) - 1);
        return low - (TLanes.Above(low, TLanes.Of(Limit)) & TLanes.Of(2L * Limit));
    }
}
