using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Ganglion.Cores.Neurons;

namespace Ganglion.Cores.TrueNorth;

/// <summary>Leaky integrate-and-fire compartment of TrueNorth and of chips that follow it.</summary>
/// <remarks>
/// <code>
/// V += Σ s                                         clipped to its width, as after every line
/// V += Ω·λ       Ω = 1, or sgn(V) with leak reversal; there a leak that changes the sign of V leaves 0
/// V ≥ α + η      spike; V = R (normal), V − (α + η) (linear), or V (none)
/// V &lt; N − η      no spike; V = −R, V − (N − η), or V;   with κ: V &lt; N, V = N
/// </code>
/// λ and η may be random, see <see cref="StochasticCompartments"/>. N = −β is signed; an inclusive negative threshold is reached by equality.
/// Sums wrap at 32 bits, which can only happen where the width is 32. Source: Cassidy et al. 2013, IJCNN,
/// doi:10.1109/IJCNN.2013.6707077; integer details: docs/chips/truenorth.md.
/// </remarks>
public readonly struct TrueNorthLif : INeuronModel<TrueNorthLif>
{
    private const int Linear = 1;
    private const int None = 2;
    private const int Limit = 1 << 19;

    private readonly int[] _reversal;
    private readonly int[] _threshold;
    private readonly int[] _negativeThreshold;
    private readonly int[] _isInclusive;
    private readonly int[] _saturates;
    private readonly int[] _reset;
    private readonly int[] _resetMode;
    private readonly int[] _minimum;
    private readonly int[] _maximum;
    private readonly int[] _v;
    private readonly StochasticCompartments _draws;

    private TrueNorthLif(CompartmentTable table)
    {
        _reversal = table["leakReversal"];
        _threshold = table["threshold"];
        _negativeThreshold = table["negativeThreshold"];
        _isInclusive = table["negativeInclusive"];
        _saturates = table["negativeSaturates"];
        _reset = table["reset"];
        _resetMode = table["resetMode"];
        _minimum = table["minimumPotential"];
        _maximum = table["maximumPotential"];
        _v = table["v"];
        _draws = new StochasticCompartments(table);
    }

    /// <inheritdoc/>
    public static string Name => "truenorth-lif";

    /// <inheritdoc/>
    public static IReadOnlyList<NeuronVariable> Variables { get; } =
    [
        new("weight0", IsState: false, Default: 0, Padding: 0),
        new("weight1", IsState: false, Default: 0, Padding: 0),
        new("weight2", IsState: false, Default: 0, Padding: 0),
        new("weight3", IsState: false, Default: 0, Padding: 0),
        new("stochasticTypes", IsState: false, Default: 0, Padding: 0),
        new("leak", IsState: false, Default: 0, Padding: 0),
        new("stochasticLeak", IsState: false, Default: 0, Padding: 0),
        new("leakReversal", IsState: false, Default: 0, Padding: 0),
        new("threshold", IsState: false, Default: 1, Padding: int.MaxValue),
        new("thresholdMask", IsState: false, Default: 0, Padding: 0),
        new("negativeThreshold", IsState: false, Default: 0, Padding: int.MinValue),
        new("negativeInclusive", IsState: false, Default: 0, Padding: 0),
        new("negativeSaturates", IsState: false, Default: 0, Padding: 0),
        new("reset", IsState: false, Default: 0, Padding: 0),
        new("resetMode", IsState: false, Default: 0, Padding: 0),
        new("minimumPotential", IsState: false, Default: -Limit, Padding: 0),
        new("maximumPotential", IsState: false, Default: Limit - 1, Padding: 0),
        new("logicalId", IsState: false, Default: -1, Padding: -1),
        new("v", IsState: true, Default: 0, Padding: 0),
    ];

    /// <summary>Whether an update depends on a draw.</summary>
    public bool IsStochastic => !_draws.IsEmpty;

    /// <inheritdoc/>
    public static TrueNorthLif Bind(CompartmentTable table) => new(table);

    /// <inheritdoc/>
    public static int Input(int accumulator) => accumulator;

    /// <summary>Draws the leaks and thresholds of a timestep, which the steps then use.</summary>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="timestep">The timestep.</param>
    public void Draw(ulong seed, long timestep) => _draws.Draw(seed, timestep);

    /// <inheritdoc/>
    public SomaStep Step(int compartment, int accumulator)
    {
        int i = compartment;
        int old = _v[i];
        int drawnLeak = _draws.Leak[i];
        int integrated = Clip(i, unchecked(old + accumulator));
        int leak = _reversal[i] != 0 ? Math.Sign(integrated) * drawnLeak : drawnLeak;
        int v = Clip(i, unchecked(integrated + leak));
        if (_reversal[i] != 0 && Math.Sign(integrated) * Math.Sign(v) < 0)
        {
            v = 0;
        }

        int noise = _draws.ThresholdNoise[i];
        int high = _threshold[i] + noise;
        int low = _negativeThreshold[i] - (_saturates[i] != 0 ? 0 : noise);
        bool spiked = v >= high;
        if (spiked)
        {
            v = Reset(i, v, _reset[i], high);
        }
        else if (v < low || (v == low && _isInclusive[i] != 0))
        {
            v = _saturates[i] != 0 ? low : Reset(i, v, -_reset[i], low);
        }

        v = Clip(i, v);
        _v[i] = v;
        bool active = accumulator != 0 || old != 0 || v != 0 || drawnLeak != 0;
        return new SomaStep(spiked, active, v != old);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step(int first, Vector256<int> accumulator, ref SomaLanes lanes)
    {
        Vector256<int> minimum = Load(_minimum, first);
        Vector256<int> maximum = Load(_maximum, first);
        Vector256<int> old = Load(_v, first);
        Vector256<int> drawnLeak = Load(_draws.Leak, first);
        Vector256<int> isReversed = ~Vector256.Equals(Load(_reversal, first), Vector256<int>.Zero);
        Vector256<int> integrated = Vector256.Min(Vector256.Max(old + accumulator, minimum), maximum);

        // sgn(V)·λ as a conditional negation, and nothing at 0.
        Vector256<int> sign = (integrated >> 31) & isReversed;
        Vector256<int> leak = Vector256.AndNot((drawnLeak ^ sign) - sign, isReversed & Vector256.Equals(integrated, Vector256<int>.Zero));
        Vector256<int> v = Vector256.Min(Vector256.Max(integrated + leak, minimum), maximum);
        Vector256<int> rings = isReversed & ((integrated ^ v) >> 31) & ~Vector256.Equals(integrated, Vector256<int>.Zero);
        v = Vector256.AndNot(v, rings);

        Vector256<int> noise = Load(_draws.ThresholdNoise, first);
        Vector256<int> saturates = ~Vector256.Equals(Load(_saturates, first), Vector256<int>.Zero);
        Vector256<int> inclusive = ~Vector256.Equals(Load(_isInclusive, first), Vector256<int>.Zero);
        Vector256<int> high = Load(_threshold, first) + noise;
        Vector256<int> low = Load(_negativeThreshold, first) - Vector256.AndNot(noise, saturates);
        Vector256<int> spiked = Vector256.GreaterThanOrEqual(v, high);
        Vector256<int> sinks = Vector256.AndNot(Vector256.LessThan(v, low) | (Vector256.Equals(v, low) & inclusive), spiked);

        Vector256<int> mode = Load(_resetMode, first);
        Vector256<int> reset = Load(_reset, first);
        Vector256<int> linear = Vector256.Equals(mode, Vector256.Create(Linear));
        Vector256<int> keeps = Vector256.Equals(mode, Vector256.Create(None));
        Vector256<int> limit = Vector256.ConditionalSelect(spiked, high, low);
        Vector256<int> value = Vector256.ConditionalSelect(spiked, reset, -reset);
        Vector256<int> after = Vector256.ConditionalSelect(keeps, v, Vector256.ConditionalSelect(linear, v - limit, value));
        after = Vector256.ConditionalSelect(sinks & saturates, low, after);
        v = Vector256.ConditionalSelect(spiked | sinks, after, v);
        v = Vector256.Min(Vector256.Max(v, minimum), maximum);
        v.StoreUnsafe(ref MemoryMarshal.GetArrayDataReference(_v), (nuint)first);

        lanes.Spiked = spiked.ExtractMostSignificantBits();
        lanes.Active = ~Vector256.Equals(accumulator | old | v | drawnLeak, Vector256<int>.Zero).ExtractMostSignificantBits() & 0xFF;
        lanes.Changed |= v ^ old;
    }

    private int Reset(int i, int v, int value, int limit) => _resetMode[i] switch
    {
        Linear => unchecked(v - limit),
        None => v,
        _ => value,
    };

    private int Clip(int i, int v) => Math.Min(Math.Max(v, _minimum[i]), _maximum[i]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Load(int[] column, int first) =>
        Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(column), (nuint)first);
}
