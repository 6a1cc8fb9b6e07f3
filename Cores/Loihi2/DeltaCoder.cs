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

    /// <summary>Takes the next activation.</summary>
    public GradedStep Step(int compartment, long activation)
    {
        (int act, int residue, int error) = (_act[compartment], _residue[compartment], _error[compartment]);
        long delta = activation - act + residue;
        long gathered = delta;
        if (_cumulative[compartment] != 0)
        {
            gathered += error;
        }

        bool sends = Math.Abs(gathered) >= _threshold[compartment] && delta != 0;
        long sent = sends ? delta : 0;
        _act[compartment] = (int)activation;
        _residue[compartment] = (int)(delta - sent);
        _error[compartment] = sends || _cumulative[compartment] == 0 ? 0 : (int)gathered;
        bool changed = _act[compartment] != act || _residue[compartment] != residue || _error[compartment] != error;
        return new GradedStep((int)(sent >> _stateExponent[compartment]), changed);
    }
}
