using System.Runtime.CompilerServices;
using Ganglion.Cores.Loihi2.Lanes;
using Ganglion.Cores.Neurons;

namespace Ganglion.Cores.Loihi2;

/// <summary>Resonate-and-fire neuron that sends its state when it crosses zero phase.</summary>
/// <remarks>
/// <code>
/// u' = (u · cos » 15) − (v · sin » 15) + a      products wrap at 32 bits and are rounded towards −∞
/// v' = (v · cos » 15) + (u · sin » 15) + b      the first input goes to u, the second to v
/// s = u' if u' &gt; threshold and v' ≥ 0 and v &lt; 0; no reset
/// </code>
/// sin and cos are exp(−dt / τ) · sin(2π · f · dt) · 2^15 and its cosine, truncated. Source: lava at b6822fb, proc/resfire,
/// PyRFZeroModelFixed, which multiplies in 32 bits.
/// </remarks>
public readonly struct ResonateAndFireZero : IGradedModel<ResonateAndFireZero>
{
    private const int DecayBits = 15;

    private readonly int[] _sin;
    private readonly int[] _cos;
    private readonly int[] _threshold;
    private readonly int[] _u;
    private readonly int[] _v;

    private ResonateAndFireZero(CompartmentTable table)
    {
        _sin = table["sinDecay"];
        _cos = table["cosDecay"];
        _threshold = table["threshold"];
        _u = table["u"];
        _v = table["v"];
    }

    /// <inheritdoc/>
    public static string Name => "loihi2-rf-zero";

    /// <inheritdoc/>
    public static int Ports => 2;

    /// <inheritdoc/>
    public static IReadOnlyList<NeuronVariable> Variables { get; } =
    [
        new("sinDecay", IsState: false, Default: 0, Padding: 0),
        new("cosDecay", IsState: false, Default: 0, Padding: 0),
        new("threshold", IsState: false, Default: 0, Padding: 0),
        new("u", IsState: true, Default: 0, Padding: 0),
        new("v", IsState: true, Default: 0, Padding: 0),
    ];

    /// <inheritdoc/>
    public static ResonateAndFireZero Bind(CompartmentTable table) => new(table);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public GradedStep<TLanes> Step<TLanes>(int first, TLanes input, TLanes second)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes u = TLanes.Load(_u, first);
        TLanes v = TLanes.Load(_v, first);
        TLanes sin = TLanes.Load(_sin, first);
        TLanes cos = TLanes.Load(_cos, first);
        TLanes newU = TLanes.Wrap(Scale(u, cos) - Scale(v, sin) + input);
        TLanes newV = TLanes.Wrap(Scale(v, cos) + Scale(u, sin) + second);
        newU.Store(_u, first);
        newV.Store(_v, first);
        TLanes isNegative = TLanes.Above(default, newV);
        TLanes fires = TLanes.Above(newU, TLanes.Load(_threshold, first)) & TLanes.Above(default, v);
        return new(TLanes.Select(isNegative, default, newU & fires), (newU ^ u) | (newV ^ v));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Scale<TLanes>(TLanes state, TLanes factor)
        where TLanes : struct, ILanes<TLanes> => TLanes.Wrap(TLanes.MultiplyRegisters(state, factor)) >> TLanes.Of(DecayBits);
}
