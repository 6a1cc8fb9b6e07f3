using System.Runtime.CompilerServices;
using Ganglion.Cores.Loihi2.Lanes;
using Ganglion.Cores.Neurons;

namespace Ganglion.Cores.Loihi2;

/// <summary>Resonate-and-fire neuron: fires when its rotating state passes the positive real axis beyond a threshold.</summary>
/// <remarks>
/// <code>
/// re', im' by rotation and decay     see <c>Oscillator</c>; the first input is real, the second imaginary
/// spike if re' ≥ threshold and im' ≥ 0 and im &lt; 0; no reset
/// </code>
/// Source: lava at b6822fb, proc/rf, PyRFModelFixed.
/// </remarks>
public readonly struct ResonateAndFire : IGradedModel<ResonateAndFire>
{
    private readonly int[] _threshold;
    private readonly int[] _imaginary;
    private readonly Oscillator _oscillator;

    private ResonateAndFire(CompartmentTable table)
    {
        _threshold = table["threshold"];
        _imaginary = table["im"];
        _oscillator = new Oscillator(table);
    }

    /// <inheritdoc/>
    public static string Name => "loihi2-rf";

    /// <inheritdoc/>
    public static int Ports => 2;

    /// <inheritdoc/>
    public static IReadOnlyList<NeuronVariable> Variables => Oscillator.Variables;

    /// <inheritdoc/>
    public static ResonateAndFire Bind(CompartmentTable table) => new(table);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public GradedStep<TLanes> Step<TLanes>(int first, TLanes input, TLanes second)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes old = TLanes.Load(_imaginary, first);
        (TLanes real, TLanes imaginary) = _oscillator.Next(first, input, second);
        TLanes isBelow = TLanes.Above(TLanes.Load(_threshold, first), real);
        TLanes isNegative = TLanes.Above(default, imaginary);
        TLanes wasNegative = TLanes.Above(default, old);
        TLanes fires = TLanes.Select(isBelow | isNegative, default, wasNegative);
        return new(fires & TLanes.Of(1), _oscillator.Store(first, real, imaginary));
    }
}
