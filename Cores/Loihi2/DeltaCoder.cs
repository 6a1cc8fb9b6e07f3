using System.Runtime.CompilerServices;
using Ganglion.Cores.Loihi2.Lanes;

namespace Ganglion.Cores.Loihi2;

/// <summary>Sends changes of an activation once they are large enough.</summary>
/// <remarks>
/// <code>
/// delta = act' − act + residue
/// plain:       s = delta if |delta| ≥ threshold
/// cumulative:  error' = error + delta;  s = delta if |error'| ≥ threshold, then error' = 0
/// residue = delta − s;  sent is s » stateExponent, which rounds towards −∞ and loses the rest
/// </code>
/// </remarks>
internal readonly struct DeltaCoder(Neurons.CompartmentTable table)
{
    private readonly int[] _threshold = table["threshold"];
    private readonly int[] _cumulative = table["cumulativeError"];
    private readonly int[] _stateExponent = table["stateExponent"];
    private readonly int[] _act = table["act"];
    private readonly int[] _residue = table["residue"];
    private readonly int[] _error = table["error"];

    /// <summary>Columns of the coder.</summary>
    public static IReadOnlyList<Neurons.NeuronVariable> Variables { get; } =
    [
        new("threshold", IsState: false, Default: 0, Padding: 0),
        new("cumulativeError", IsState: false, Default: 0, Padding: 0),
        new("stateExponent", IsState: false, Default: 0, Padding: 0),
        new("act", IsState: true, Default: 0, Padding: 0),
        new("residue", IsState: true, Default: 0, Padding: 0),
        new("error", IsState: true, Default: 0, Padding: 0),
    ];

    /// <summary>Takes the next activations.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public GradedStep<TLanes> Step<TLanes>(int first, TLanes activation)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes act = TLanes.Load(_act, first);
        TLanes residue = TLanes.Load(_residue, first);
        TLanes error = TLanes.Load(_error, first);
        TLanes forgets = TLanes.IsZero(TLanes.Load(_cumulative, first));
        TLanes delta = activation - act + residue;
        TLanes gathered = delta + TLanes.Select(forgets, default, error);
        TLanes stays = TLanes.Above(TLanes.Load(_threshold, first), TLanes.Abs(gathered)) | TLanes.IsZero(delta);
        TLanes sent = TLanes.Select(stays, default, delta);
        TLanes left = delta - sent;
        TLanes newError = TLanes.Select(forgets, default, gathered) & stays;
        activation.Store(_act, first);
        left.Store(_residue, first);
        newError.Store(_error, first);
        return new(sent >> TLanes.Load(_stateExponent, first), (activation ^ act) | (left ^ residue) | (newError ^ error));
    }
}
