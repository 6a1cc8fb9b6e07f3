using System.Runtime.CompilerServices;
using Ganglion.Cores.Loihi2.Lanes;
using Ganglion.Cores.Neurons;

namespace Ganglion.Cores.Loihi2;

/// <summary>Resonate-and-fire neuron with Izhikevich's threshold on the imaginary part and a reset.</summary>
/// <remarks>
/// <code>
/// re', im' by rotation and decay     see <c>Oscillator</c>; the first input is real, the second imaginary
/// spike if im' ≥ threshold, then re' = 0 and im' = threshold − 1
/// </code>
/// Source: lava at b6822fb, proc/rf_iz, PyRF_IZModelFixed.
/// </remarks>
public readonly struct ResonateAndFireIzhikevich : IGradedModel<ResonateAndFireIzhikevich>
{
    private readonly int[] _threshold;
    private readonly Oscillator _oscillator;

    private ResonateAndFireIzhikevich(CompartmentTable table)
    {
        _threshold = table["threshold"];
        _oscillator = new Oscillator(table);
    }

    /// <inheritdoc/>
    public static string Name => "loihi2-rf-iz";

    /// <inheritdoc/>
    public static int Ports => 2;

    /// <inheritdoc/>
    public static IReadOnlyList<NeuronVariable> Variables => Oscillator.Variables;

    /// <inheritdoc/>
    public static ResonateAndFireIzhikevich Bind(CompartmentTable table) => new(table);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public GradedStep<TLanes> Step<TLanes>(int first, TLanes input, TLanes second)
        where TLanes : struct, ILanes<TLanes>
    {
        (TLanes real, TLanes imaginary) = _oscillator.Next(first, input, second);
        TLanes threshold = TLanes.Load(_threshold, first);
        TLanes stays = TLanes.Above(threshold, imaginary);
        TLanes one = TLanes.Of(1);
        TLanes changed = _oscillator.Store(first, real & stays, TLanes.Select(stays, imaginary, threshold - one));
        return new(TLanes.Select(stays, default, one), changed);
    }
}
