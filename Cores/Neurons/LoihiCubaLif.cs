using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Ganglion.Cores.Neurons;

/// <summary>Current-based leaky integrate-and-fire compartment of Loihi 1.</summary>
/// <remarks>
/// <code>
/// q  = wrap16(Σ weights) · 2^6
/// u' = wrap24(decay(u, δu) + q)                       24-bit signed
/// v' = clip(decay(v, δv) + u' + bias, vMin, vMax)     0 during the refractory period
/// spike if v' &gt; threshold, then v' = 0 for the refractory period
/// decay(x, δ) = sgn(x) · (|x| · (4096 − δ) » 12)      rounds toward zero
/// </code>
/// Source: Davies et al. 2018, IEEE Micro 38(1); integer details: docs/chips/loihi1.md.
/// </remarks>
public readonly struct LoihiCubaLif : INeuronModel<LoihiCubaLif>
{
    /// <summary>Bits by which input is shifted on its way to the current.</summary>
    private const int WeightShift = 6;

    private const int DecayBits = 12;
    private const int DecayOne = 1 << DecayBits;

    /// <summary>Unused high bits of a 24-bit register in an <see cref="int"/>.</summary>
    private const int CurrentPadding = 8;

    private readonly int[] _currentDecay;
    private readonly int[] _potentialDecay;
    private readonly int[] _threshold;
    private readonly int[] _bias;
    private readonly int[] _refractory;
    private readonly int[] _minimum;
    private readonly int[] _maximum;
    private readonly int[] _u;
    private readonly int[] _v;
    private readonly int[] _wait;

    private LoihiCubaLif(CompartmentTable table)
    {
        _currentDecay = table["currentDecay"];
        _potentialDecay = table["potentialDecay"];
        _threshold = table["threshold"];
        _bias = table["bias"];
        _refractory = table["refractory"];
        _minimum = table["minimumPotential"];
        _maximum = table["maximumPotential"];
        _u = table["u"];
        _v = table["v"];
        _wait = table["refractoryCounter"];
    }

    /// <inheritdoc/>
    public static string Name => "loihi-cuba-lif";

    /// <inheritdoc/>
    public static IReadOnlyList<NeuronVariable> Variables { get; } =
    [
        new("currentDecay", IsState: false, Default: 4096, Padding: 0),
        new("potentialDecay", IsState: false, Default: 0, Padding: 0),
        new("threshold", IsState: false, Default: 100 << 6, Padding: int.MaxValue),
        new("bias", IsState: false, Default: 0, Padding: 0),
        new("refractory", IsState: false, Default: 1, Padding: 1),
        new("minimumPotential", IsState: false, Default: -(1 << 23) + 1, Padding: 0),
        new("maximumPotential", IsState: false, Default: (1 << 23) - 1, Padding: 0),
        new("u", IsState: true, Default: 0, Padding: 0),
        new("v", IsState: true, Default: 0, Padding: 0),
        new("refractoryCounter", IsState: true, Default: 0, Padding: 0),
    ];

    /// <inheritdoc/>
    public static LoihiCubaLif Bind(CompartmentTable table) => new(table);

    /// <inheritdoc/>
    public static int Input(int accumulator) => (short)accumulator;

    /// <inheritdoc/>
    public SomaStep Step(int compartment, int accumulator)
    {
        ref int u = ref _u[compartment];
        ref int v = ref _v[compartment];
        ref int wait = ref _wait[compartment];
        (int oldU, int oldV, int oldWait) = (u, v, wait);

        u = Wrap24(Decay(u, _currentDecay[compartment]) + (Input(accumulator) << WeightShift));
        v = Decay(v, _potentialDecay[compartment]) + u + _bias[compartment];
        v = Math.Clamp(v, _minimum[compartment], _maximum[compartment]);
        if (wait > 0)
        {
            v = 0;
        }

        bool spiked = v > _threshold[compartment];
        if (spiked)
        {
            v = 0;
            wait = _refractory[compartment];
        }

        wait = Math.Max(wait - 1, 0);
        bool active = accumulator != 0 || oldV != 0 || u != 0 || _bias[compartment] != 0;
        return new SomaStep(spiked, active, u != oldU || v != oldV || wait != oldWait);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step(int first, Vector256<int> accumulator, ref SomaLanes lanes)
    {
        Vector256<int> oldU = Load(_u, first);
        Vector256<int> oldV = Load(_v, first);
        Vector256<int> oldWait = Load(_wait, first);
        Vector256<int> bias = Load(_bias, first);

        // The upper half of an accumulator is dropped, the lower half sign-extended and scaled by 2^6, in two shifts.
        Vector256<int> q = (accumulator << 16) >> (16 - WeightShift);
        Vector256<int> u = Decay(oldU, Load(_currentDecay, first)) + q;
        u = (u << CurrentPadding) >> CurrentPadding;

        Vector256<int> v = Decay(oldV, Load(_potentialDecay, first)) + u + bias;
        v = Vector256.Min(Vector256.Max(v, Load(_minimum, first)), Load(_maximum, first));
        v = Vector256.AndNot(v, Vector256.GreaterThan(oldWait, Vector256<int>.Zero));

        Vector256<int> spiked = Vector256.GreaterThan(v, Load(_threshold, first));
        v = Vector256.AndNot(v, spiked);
        Vector256<int> wait = Vector256.ConditionalSelect(spiked, Load(_refractory, first), oldWait) - Vector256<int>.One;
        wait = Vector256.Max(wait, Vector256<int>.Zero);

        Store(u, _u, first);
        Store(v, _v, first);
        Store(wait, _wait, first);

        Vector256<int> idle = Vector256.Equals(accumulator | oldV | u | bias, Vector256<int>.Zero);
        lanes.Spiked = spiked.ExtractMostSignificantBits();
        lanes.Active = ~idle.ExtractMostSignificantBits() & 0xFF;
        lanes.Changed |= (u ^ oldU) | (v ^ oldV) | (wait ^ oldWait);
    }

    private static int Decay(int x, int delta)
    {
        int magnitude = (int)((long)Math.Abs(x) * (DecayOne - delta) >> DecayBits);
        return x < 0 ? -magnitude : magnitude;
    }

    /// <summary>Splits |x| into 12 high and 12 low bits, so that no product needs more than 32 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Decay(Vector256<int> x, Vector256<int> delta)
    {
        Vector256<int> keep = Vector256.Create(DecayOne) - delta;
        Vector256<int> sign = x >> 31;
        Vector256<int> magnitude = (x ^ sign) - sign;
        Vector256<int> high = (magnitude >>> DecayBits) * keep;
        Vector256<int> low = ((magnitude & Vector256.Create(DecayOne - 1)) * keep) >>> DecayBits;
        return ((high + low) ^ sign) - sign;
    }

    private static int Wrap24(int x) => (x << CurrentPadding) >> CurrentPadding;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Load(int[] column, int first) =>
        Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(column), (nuint)first);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<int> value, int[] column, int first) =>
        value.StoreUnsafe(ref MemoryMarshal.GetArrayDataReference(column), (nuint)first);
}
