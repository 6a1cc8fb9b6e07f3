using System.Runtime.Intrinsics;
using Ganglion.Cores.Neurons;

namespace Ganglion.Cores.Odin;

/// <summary>The leaky integrate-and-fire neurons of a core, updated by every event that reaches them.</summary>
/// <remarks>
/// <code>
/// time reference    v' = max(v − leak, 0) if leakEnabled       v is 8-bit unsigned
/// inhibitory        v' = max(v − w, 0)
/// excitatory        v' = min(v + w, 255)
/// fires if v' ≥ threshold, in every event; then v' = 0
/// calciumLeak: in every calciumPeriod-th time reference, never if the period is 0
/// ca' = ca + 1 if it fires, up to 7; ca − 1 at a calcium leak, down to 0; unchanged if both
/// up'   = v' ≥ learningPotential and calciumLow ≤ ca' &lt; calciumHigh
/// down' = v' &lt; learningPotential and calciumLow ≤ ca' &lt; calciumMiddle
/// </code>
/// Calcium, up and down only with calciumEnabled. The methods for one neuron are the definition, those for eight do the same. Source:
/// ODIN at 1781931, src/LIF_neuron_blocks.
/// </remarks>
internal sealed class OdinNeurons
{
    private const int LargestPotential = 255;
    private const int LargestCalcium = 7;

    private readonly int[] _leak;
    private readonly int[] _leakEnabled;
    private readonly int[] _threshold;
    private readonly int[] _v;

    public OdinNeurons(CompartmentTable table)
    {
        _leak = table["leak"];
        _leakEnabled = table["leakEnabled"];
        _threshold = table["threshold"];
        _v = table["v"];
        Calcium = new OdinCalcium(table);
    }

    /// <summary>Parameters and state, with the range of each.</summary>
    public static IReadOnlyList<(NeuronVariable Variable, int Largest)> Columns { get; } =
    [
        (Parameter("leak"), 127),
        (Parameter("leakEnabled"), 1),
        (Parameter("threshold", LargestPotential), LargestPotential),
        (Parameter("calciumEnabled"), 1),
        (Parameter("learningPotential"), LargestPotential),
        (Parameter("calciumLow"), LargestCalcium),
        (Parameter("calciumMiddle"), LargestCalcium),
        (Parameter("calciumHigh"), LargestCalcium),
        (Parameter("calciumPeriod"), 31),
        (State("v"), LargestPotential),
        (State("ca"), LargestCalcium),
        (State("caCount"), 31),
        (State("up"), 1),
        (State("down"), 1),
    ];

    /// <summary>Their calcium, which says which way their synapses learn.</summary>
    public OdinCalcium Calcium { get; }

    /// <summary>Leaks a neuron; true if it fires.</summary>
    public bool Leak(int neuron)
    {
        int v = _leakEnabled[neuron] != 0 ? Math.Max(_v[neuron] - _leak[neuron], 0) : _v[neuron];
        return Finish(neuron, v, Calcium.Count(neuron));
    }

    /// <summary>Leaks eight neurons; all bits of those that fire are set.</summary>
    public Vector256<int> LeakEight(int first)
    {
        Vector256<int> leak = At(_leak, first) & ~Vector256.Equals(At(_leakEnabled, first), Vector256<int>.Zero);
        return FinishEight(first, Vector256.Max(At(_v, first) - leak, Vector256<int>.Zero), Calcium.CountEight(first));
    }

    /// <summary>Adds a weight to a neuron, or takes it; true if it fires.</summary>
    public bool Stimulate(int neuron, int weight, bool inhibitory)
    {
        int v = inhibitory ? Math.Max(_v[neuron] - weight, 0) : Math.Min(_v[neuron] + weight, LargestPotential);
        return Finish(neuron, v, calciumLeaks: false);
    }

    /// <summary>Adds weights to eight neurons, or takes them; all bits of those that fire are set.</summary>
    public Vector256<int> StimulateEight(int first, Vector256<int> weights, bool inhibitory)
    {
        Vector256<int> v = At(_v, first);
        v = inhibitory ? Vector256.Max(v - weights, Vector256<int>.Zero) : Vector256.Min(v + weights, Vector256.Create(LargestPotential));
        return FinishEight(first, v, Vector256<int>.Zero);
    }

    /// <summary>Whether a time reference changes something about a neuron.</summary>
    public bool IsLeaking(int neuron) =>
        (_leakEnabled[neuron] != 0 && _leak[neuron] > 0 && _v[neuron] > 0) || _v[neuron] >= _threshold[neuron] || Calcium.IsCounting(neuron);

    private static NeuronVariable Parameter(string name, int otherwise = 0) => new(name, IsState: false, Default: otherwise, Padding: otherwise);

    private static NeuronVariable State(string name) => new(name, IsState: true, Default: 0, Padding: 0);

    private static Vector256<int> At(int[] column, int first) => Vector256.LoadUnsafe(ref column[first]);

    private bool Finish(int neuron, int potential, bool calciumLeaks)
    {
        bool fires = potential >= _threshold[neuron];
        _v[neuron] = fires ? 0 : potential;
        Calcium.Update(neuron, _v[neuron], fires, calciumLeaks);
        return fires;
    }

    private Vector256<int> FinishEight(int first, Vector256<int> potential, Vector256<int> calciumLeaks)
    {
        Vector256<int> fires = Vector256.GreaterThanOrEqual(potential, At(_threshold, first));
        Vector256<int> v = potential & ~fires;
        v.StoreUnsafe(ref _v[first]);
        Calcium.UpdateEight(first, v, fires, calciumLeaks);
        return fires;
    }
}
