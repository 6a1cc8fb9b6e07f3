using System.Runtime.CompilerServices;
using Ganglion.Cores.Loihi2.Lanes;
using Ganglion.Cores.Neurons;

namespace Ganglion.Cores.Loihi2;

/// <summary>Delta encoder: sends changes of its input.</summary>
/// <remarks>
/// <code>
/// act' = a « (spikeExponent + stateExponent)
/// s = delta coding of act'           see <c>DeltaCoder</c>
/// </code>
/// Source: lava at b6822fb, proc/sdn, PyDeltaModelFixed.
/// </remarks>
public readonly struct Delta : IGradedModel<Delta>
{
    private readonly int[] _spikeExponent;
    private readonly int[] _stateExponent;
    private readonly DeltaCoder _coder;

    private Delta(CompartmentTable table)
    {
        _spikeExponent = table["spikeExponent"];
        _stateExponent = table["stateExponent"];
        _coder = new DeltaCoder(table);
    }

    /// <inheritdoc/>
    public static string Name => "loihi2-delta";

    /// <inheritdoc/>
    public static int Ports => 1;

    /// <inheritdoc/>
    public static IReadOnlyList<NeuronVariable> Variables { get; } =
    [
        new("spikeExponent", IsState: false, Default: 0, Padding: 0),
        .. DeltaCoder.Variables,
    ];

    /// <inheritdoc/>
    public static Delta Bind(CompartmentTable table) => new(table);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public GradedStep<TLanes> Step<TLanes>(int first, TLanes input, TLanes second)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes exponent = TLanes.Load(_spikeExponent, first) + TLanes.Load(_stateExponent, first);
        return _coder.Step(first, input << exponent);
    }
}
