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
        new("threshold", IsState: false, Default: Largest, Padding: 0),
        new("re", IsState: true, Default: 0, Padding: 0),
        new("im", IsState: true, Default: 0, Padding: 0),
    ];

    /// <summary>The state after one timestep; not stored.</summary>
    public (int Real, int Imaginary) Next(int compartment, long realInput, long imaginaryInput)
    {
        (long sin, long cos) = (_sin[compartment], _cos[compartment]);
        (long re, long im) = (_real[compartment], _imaginary[compartment]);
        int bits = _decayBits[compartment];
        int exponent = _stateExponent[compartment];
        long real = Scale(cos * re, bits) - Scale(sin * im, bits) + (realInput << exponent);
        long imaginary = Scale(sin * re, bits) + Scale(cos * im, bits) + (imaginaryInput << exponent);
        return ((int)Math.Clamp(real, -Largest, Largest), (int)Math.Clamp(imaginary, -Largest, Largest));
    }

    /// <summary>Stores a state; whether it differs from the one before.</summary>
    public bool Store(int compartment, int real, int imaginary)
    {
        bool changed = _real[compartment] != real || _imaginary[compartment] != imaginary;
        _real[compartment] = real;
        _imaginary[compartment] = imaginary;
        return changed;
    }

    private static long Scale(long product, int bits) => product < 0 ? -(-product >> bits) : product >> bits;
}
