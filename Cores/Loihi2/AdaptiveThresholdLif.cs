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
        new("thresholdBase", IsState: false, Default: Limit, Padding: 0),
        new("thresholdStep", IsState: false, Default: 0, Padding: 0),
        new("bias", IsState: false, Default: 0, Padding: 0),
        new("i", IsState: true, Default: 0, Padding: 0),
        new("v", IsState: true, Default: 0, Padding: 0),
        new("theta", IsState: true, Default: Limit, Padding: 0),
        new("r", IsState: true, Default: 0, Padding: 0),
    ];

    /// <inheritdoc/>
    public static AdaptiveThresholdLif Bind(CompartmentTable table) => new(table);

    /// <inheritdoc/>
    public GradedStep Step(int compartment, long first, long second)
    {
        (int oldI, int oldV, int oldTheta, int oldR) = (_i[compartment], _v[compartment], _theta[compartment], _r[compartment]);
        long i = Wrap(Decay(oldI, _currentDecay[compartment]) + (first << WeightShift));
        long v = Math.Clamp(Decay(oldV, _potentialDecay[compartment]) + i + _bias[compartment], 1 - Limit, Limit - 1);
        long rest = _thresholdBase[compartment];
        long theta = Decay(oldTheta - rest, _thresholdDecay[compartment]) + rest;
        long r = Decay(oldR, _refractoryDecay[compartment]);
        bool fires = v - r >= theta;
        if (fires)
        {
            r += 2 * theta;
            theta += _thresholdStep[compartment];
        }

        (_i[compartment], _v[compartment], _theta[compartment], _r[compartment]) = ((int)i, (int)v, (int)theta, (int)r);
        bool changed = (int)i != oldI || (int)v != oldV || (int)theta != oldTheta || (int)r != oldR;
        return new GradedStep(fires ? 1 : 0, changed);
    }

    private static long Decay(long x, int delta)
    {
        long magnitude = Math.Abs(x) * (DecayOne - delta) >> DecayBits;
        return x < 0 ? -magnitude : magnitude;
    }

    /// <summary>The value modulo 2^24 that lies in −2^23 + 1 … 2^23.</summary>
    private static long Wrap(long x)
    {
        long low = x & ((2L * Limit) - 1);
        return low > Limit ? low - (2L * Limit) : low;
    }
}
