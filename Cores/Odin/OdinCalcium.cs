using System.Runtime.Intrinsics;
using Ganglion.Cores.Neurons;

namespace Ganglion.Cores.Odin;

/// <summary>The calcium of the neurons, which counts their spikes and says which way their synapses learn.</summary>
/// <remarks>
/// The equations stand at <see cref="OdinNeurons"/>. The methods for one neuron are the definition, those for eight do the same.
/// Source: ODIN at 1781931, src/LIF_neuron_blocks.
/// </remarks>
internal sealed class OdinCalcium
{
    private const int LargestCalcium = 7;
    private const int CounterMask = 0x1f;

    private readonly int[] _enabled;
    private readonly int[] _learningPotential;
    private readonly int[] _low;
    private readonly int[] _middle;
    private readonly int[] _high;
    private readonly int[] _period;
    private readonly int[] _calcium;
    private readonly int[] _count;
    private readonly int[] _up;
    private readonly int[] _down;

    public OdinCalcium(CompartmentTable table)
    {
        _enabled = table["calciumEnabled"];
        _learningPotential = table["learningPotential"];
        _low = table["calciumLow"];
        _middle = table["calciumMiddle"];
        _high = table["calciumHigh"];
        _period = table["calciumPeriod"];
        _calcium = table["ca"];
        _count = table["caCount"];
        _up = table["up"];
        _down = table["down"];
        IsUsed = _enabled.AsSpan().ContainsAnyExcept(0) || _up.AsSpan().ContainsAnyExcept(0) || _down.AsSpan().ContainsAnyExcept(0);
    }

    /// <summary>Whether any neuron of the core has calcium, or flags that a first update has to clear; if not, nothing ever learns.</summary>
    public bool IsUsed { get; }

    /// <summary>Whether synapses onto a neuron grow, as its last update left it.</summary>
    public bool IsUp(int neuron) => _up[neuron] != 0;

    /// <summary>Whether synapses onto a neuron shrink, as its last update left it.</summary>
    public bool IsDown(int neuron) => _down[neuron] != 0;

    /// <summary>1 for those of eight neurons whose synapses grow.</summary>
    public Vector256<int> Up(int first) => At(_up, first);

    /// <summary>1 for those of eight neurons whose synapses shrink.</summary>
    public Vector256<int> Down(int first) => At(_down, first);

    /// <summary>Whether a neuron counts time references.</summary>
    public bool IsCounting(int neuron) => _enabled[neuron] != 0 && _period[neuron] != 0;

    /// <summary>Counts a time reference; true if calcium leaks in it.</summary>
    public bool Count(int neuron)
    {
        if (!IsCounting(neuron))
        {
            return false;
        }

        bool leaks = _count[neuron] == _period[neuron] - 1;

        // The counter has 5 bits; one that starts beyond its period wraps there first.
        _count[neuron] = leaks ? 0 : (_count[neuron] + 1) & CounterMask;
        return leaks;
    }

    /// <summary>Counts a time reference of eight neurons; all bits are set where calcium leaks.</summary>
    public Vector256<int> CountEight(int first)
    {
        if (!IsUsed)
        {
            return Vector256<int>.Zero;
        }

        Vector256<int> period = At(_period, first);
        Vector256<int> count = At(_count, first);
        Vector256<int> idle = Vector256.Equals(At(_enabled, first), Vector256<int>.Zero) | Vector256.Equals(period, Vector256<int>.Zero);
        Vector256<int> leaks = ~idle & Vector256.Equals(count, period - Vector256<int>.One);
        Vector256<int> counted = (count + Vector256<int>.One) & Vector256.Create(CounterMask) & ~leaks;
        Vector256.ConditionalSelect(idle, count, counted).StoreUnsafe(ref _count[first]);
        return leaks;
    }

    /// <summary>Counts a spike or a leak, and sets the flags.</summary>
    public void Update(int neuron, int v, bool fires, bool leaks)
    {
        if (_enabled[neuron] == 0)
        {
            (_up[neuron], _down[neuron]) = (0, 0);
            return;
        }

        int calcium = _calcium[neuron];
        if (fires != leaks)
        {
            calcium = fires ? Math.Min(calcium + 1, LargestCalcium) : Math.Max(calcium - 1, 0);
            _calcium[neuron] = calcium;
        }

        bool high = v >= _learningPotential[neuron];
        bool enough = calcium >= _low[neuron];
        _up[neuron] = high && enough && calcium < _high[neuron] ? 1 : 0;
        _down[neuron] = !high && enough && calcium < _middle[neuron] ? 1 : 0;
    }

    /// <summary>The same for eight neurons; all bits of <paramref name="fires"/> and <paramref name="leaks"/> are set where they hold.</summary>
    public void UpdateEight(int first, Vector256<int> v, Vector256<int> fires, Vector256<int> leaks)
    {
        if (!IsUsed)
        {
            return;
        }

        Vector256<int> enabled = ~Vector256.Equals(At(_enabled, first), Vector256<int>.Zero);
        Vector256<int> calcium = At(_calcium, first);

        // Set bits are −1: a spike subtracts it, a leak adds it.
        Vector256<int> changed = Vector256.Min(calcium - (fires & ~leaks), Vector256.Create(LargestCalcium)) + (leaks & ~fires);
        calcium = Vector256.ConditionalSelect(enabled, Vector256.Max(changed, Vector256<int>.Zero), calcium);
        calcium.StoreUnsafe(ref _calcium[first]);

        Vector256<int> high = Vector256.GreaterThanOrEqual(v, At(_learningPotential, first));
        Vector256<int> enough = Vector256.GreaterThanOrEqual(calcium, At(_low, first)) & enabled & Vector256<int>.One;
        (high & enough & Vector256.LessThan(calcium, At(_high, first))).StoreUnsafe(ref _up[first]);
        (~high & enough & Vector256.LessThan(calcium, At(_middle, first))).StoreUnsafe(ref _down[first]);
    }

    private static Vector256<int> At(int[] column, int first) => Vector256.LoadUnsafe(ref column[first]);
}
