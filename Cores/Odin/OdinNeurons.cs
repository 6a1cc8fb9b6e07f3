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
/// Calcium, up and down only with calciumEnabled. Source: ODIN at 1781931, src/LIF_neuron_blocks.
/// </remarks>
internal sealed class OdinNeurons
{
    private const int LargestPotential = 255;
    private const int LargestCalcium = 7;

    private readonly int[] _leak;
    private readonly int[] _leakEnabled;
    private readonly int[] _threshold;
    private readonly int[] _calciumEnabled;
    private readonly int[] _learningPotential;
    private readonly int[] _calciumLow;
    private readonly int[] _calciumMiddle;
    private readonly int[] _calciumHigh;
    private readonly int[] _calciumPeriod;
    private readonly int[] _v;
    private readonly int[] _calcium;
    private readonly int[] _calciumCount;
    private readonly int[] _up;
    private readonly int[] _down;

    public OdinNeurons(CompartmentTable table)
    {
        _leak = table["leak"];
        _leakEnabled = table["leakEnabled"];
        _threshold = table["threshold"];
        _calciumEnabled = table["calciumEnabled"];
        _learningPotential = table["learningPotential"];
        _calciumLow = table["calciumLow"];
        _calciumMiddle = table["calciumMiddle"];
        _calciumHigh = table["calciumHigh"];
        _calciumPeriod = table["calciumPeriod"];
        _v = table["v"];
        _calcium = table["ca"];
        _calciumCount = table["caCount"];
        _up = table["up"];
        _down = table["down"];
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

    /// <summary>Whether synapses onto a neuron grow, as its last update left it.</summary>
    public bool IsUp(int neuron) => _up[neuron] != 0;

    /// <summary>Whether synapses onto a neuron shrink, as its last update left it.</summary>
    public bool IsDown(int neuron) => _down[neuron] != 0;

    /// <summary>Leaks a neuron; true if it fires.</summary>
    public bool Leak(int neuron)
    {
        int v = _leakEnabled[neuron] != 0 ? Math.Max(_v[neuron] - _leak[neuron], 0) : _v[neuron];
        return Finish(neuron, v, CountCalcium(neuron));
    }

    /// <summary>Adds a weight to a neuron, or takes it; true if it fires.</summary>
    public bool Stimulate(int neuron, int weight, bool inhibitory)
    {
        int v = inhibitory ? Math.Max(_v[neuron] - weight, 0) : Math.Min(_v[neuron] + weight, LargestPotential);
        return Finish(neuron, v, calciumLeaks: false);
    }

    private static NeuronVariable Parameter(string name, int otherwise = 0) => new(name, IsState: false, Default: otherwise, Padding: otherwise);

    private static NeuronVariable State(string name) => new(name, IsState: true, Default: 0, Padding: 0);

    /// <summary>Counts a time reference; true if calcium leaks in it.</summary>
    private bool CountCalcium(int neuron)
    {
        if (_calciumEnabled[neuron] == 0 || _calciumPeriod[neuron] == 0)
        {
            return false;
        }

        bool leaks = _calciumCount[neuron] == _calciumPeriod[neuron] - 1;
        // The counter has 5 bits; one that starts beyond its period wraps there first.
        _calciumCount[neuron] = leaks ? 0 : (_calciumCount[neuron] + 1) & 0x1f;
        return leaks;
    }

    private bool Finish(int neuron, int potential, bool calciumLeaks)
    {
        bool fires = potential >= _threshold[neuron];
        int v = fires ? 0 : potential;
        _v[neuron] = v;
        if (_calciumEnabled[neuron] == 0)
        {
            (_up[neuron], _down[neuron]) = (0, 0);
            return fires;
        }

        int calcium = _calcium[neuron];
        if (fires != calciumLeaks)
        {
            calcium = fires ? Math.Min(calcium + 1, LargestCalcium) : Math.Max(calcium - 1, 0);
            _calcium[neuron] = calcium;
        }

        bool high = v >= _learningPotential[neuron];
        bool enough = calcium >= _calciumLow[neuron];
        _up[neuron] = high && enough && calcium < _calciumHigh[neuron] ? 1 : 0;
        _down[neuron] = !high && enough && calcium < _calciumMiddle[neuron] ? 1 : 0;
        return fires;
    }
}
