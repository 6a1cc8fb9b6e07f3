using System.Runtime.CompilerServices;
using Ganglion.Cores.Loihi2.Lanes;
using Ganglion.Cores.Neurons;

namespace Ganglion.Cores.Loihi2;

/// <summary>The damped rotation of a complex state that resonate-and-fire neurons share.</summary>
/// <remarks>
/// <code>
/// re' = clip(T(cos · re) − T(sin · im) + (a « stateExponent))
/// im' = clip(T(sin · re) + T(cos · im) + (b « stateExponent))
/// T(z) = sgn(z) · (|z| » decayBits), rounds towards zero;  clip to ±(2^23 − 1)
/// </code>
/// sin and cos are (1 − α) · sin(2π / period) · 2^decayBits and its cosine, truncated.
/// </remarks>
internal readonly struct Oscillator(CompartmentTable table)
{
    /// <summary>Largest magnitude of both parts of the state.</summary>
    public const int Largest = (1 << 23) - 1;

    private readonly int[] _sin = table["sinDecay"];
    private readonly int[] _cos = table["cosDecay"];
    private readonly int[] _decayBits = table["decayBits"];
    private readonly int[] _stateExponent = table["stateExponent"];
    private readonly int[] _real = table["re"];
    private readonly int[] _imaginary = table["im"];

    /// <summary>Columns of the rotation and the threshold.</summary>
    public static IReadOnlyList<NeuronVariable> Variables { get; } =
    [
        new("sinDecay", IsState: false, Default: 0, Padding: 0),
        new("cosDecay", IsState: false, Default: 0, Padding: 0),
        new("decayBits", IsState: false, Default: 12, Padding: 0),
        new("stateExponent", IsState: false, Default: 0, Padding: 0),
        new("threshold", IsState: false, Default: Largest, Padding: Largest),
        new("re", IsState: true, Default: 0, Padding: 0),
        new("im", IsState: true, Default: 0, Padding: 0),
    ];

    /// <summary>The state after one timestep; not stored.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (TLanes Real, TLanes Imaginary) Next<TLanes>(int first, TLanes realInput, TLanes imaginaryInput)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes sin = TLanes.Load(_sin, first);
        TLanes cos = TLanes.Load(_cos, first);
        TLanes re = TLanes.Load(_real, first);
        TLanes im = TLanes.Load(_imaginary, first);
        TLanes bits = TLanes.Load(_decayBits, first);
        TLanes exponent = TLanes.Load(_stateExponent, first);
        TLanes real = Scale(cos, re, bits) - Scale(sin, im, bits) + (realInput << exponent);
        TLanes imaginary = Scale(sin, re, bits) + Scale(cos, im, bits) + (imaginaryInput << exponent);
        return (Clip(real), Clip(imaginary));
    }

    /// <summary>Stores a state; what of it differs from the one before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Store<TLanes>(int first, TLanes real, TLanes imaginary)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes changed = (real ^ TLanes.Load(_real, first)) | (imaginary ^ TLanes.Load(_imaginary, first));
        real.Store(_real, first);
        imaginary.Store(_imaginary, first);
        return changed;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Clip<TLanes>(TLanes value)
        where TLanes : struct, ILanes<TLanes> => TLanes.Min(TLanes.Max(value, TLanes.Of(-Largest)), TLanes.Of(Largest));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Scale<TLanes>(TLanes factor, TLanes state, TLanes bits)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes product = TLanes.MultiplyRegisters(factor, state);
        TLanes sign = TLanes.Above(default, product);
        return ((TLanes.Abs(product) >> bits) ^ sign) - sign;
    }
}
