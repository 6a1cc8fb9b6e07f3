using System.Runtime.InteropServices;
using Ganglion.Compiler.Check;
using Ganglion.Compiler.Quantize;

namespace Ganglion.Compiler.Calibrate;

/// <summary>A population in the registers of Loihi 1, as fast as a search needs it; the cores of the emulator compute the same.</summary>
/// <remarks>
/// <code>
/// u' = wrap24(decay(u, δu) + 64·wrap16(Σ contributions))
/// v' = clamp(decay(v, δv) + u' + bias)                     0 while refractory
/// spike if v' &gt; threshold, then v' = 0
/// </code>
/// </remarks>
internal sealed class IntegerCompartments
{
    private const int DecayOne = 4096;
    private readonly int[] _currentDecay;
    private readonly int[] _potentialDecay;
    private readonly int[] _bias;
    private readonly int[] _threshold;
    private readonly int[] _minimum;
    private readonly int[] _maximum;
    private readonly int[] _refractory;
    private readonly int[] _current;
    private readonly int[] _potential;
    private readonly int[] _wait;
    private readonly int[][] _slots;
    private readonly List<int> _spikes = [];

    /// <summary>Creates it in the state before the run.</summary>
    /// <param name="registers">Registers.</param>
    /// <param name="count">Neurons.</param>
    /// <param name="largestDelay">Largest delay of a synapse on the chip, 0 for an effect in the next timestep.</param>
    public IntegerCompartments(LifRegisters registers, int count, int largestDelay)
    {
        _currentDecay = Spread(registers.CurrentDecay);
        _potentialDecay = Spread(registers.PotentialDecay);
        _bias = Spread(registers.Bias);
        _threshold = Spread(registers.Threshold);
        _minimum = Spread(registers.MinimumPotential);
        _maximum = Spread(registers.MaximumPotential);
        _refractory = Spread(registers.Refractory);
        _current = Spread(registers.Current);
        _potential = Spread(registers.Potential);
        _wait = Spread(registers.Wait);
        _slots = [.. Enumerable.Range(0, largestDelay + 2).Select(_ => new int[count])];

        int[] Spread(int[] values) => [.. Enumerable.Range(0, count).Select(values.At)];
    }

    /// <summary>Neurons that fired in the last timestep, ascending.</summary>
    public ReadOnlySpan<int> Spikes => CollectionsMarshal.AsSpan(_spikes);

    /// <summary>Adds synapses whose source fired in a timestep.</summary>
    public void Deliver(ReadOnlySpan<IntegerSynapse> synapses, long timestep)
    {
        foreach (ref readonly IntegerSynapse synapse in synapses)
        {
            _slots[(timestep + 1 + synapse.Delay) % _slots.Length][synapse.Target] += synapse.Contribution;
        }
    }

    /// <summary>Runs a timestep.</summary>
    public void Update(long timestep)
    {
        int[] input = _slots[timestep % _slots.Length];
        _spikes.Clear();
        for (int i = 0; i < input.Length; i++)
        {
            int u = Decay(_current[i], _currentDecay[i]) + ((short)input[i] << 6);
            u = (u << 8) >> 8;
            int v = Decay(_potential[i], _potentialDecay[i]) + u + _bias[i];
            v = _wait[i] > 0 ? 0 : Math.Clamp(v, _minimum[i], _maximum[i]);
            if (v > _threshold[i])
            {
                v = 0;
                _wait[i] = _refractory[i];
                _spikes.Add(i);
            }

            _wait[i] = Math.Max(0, _wait[i] - 1);
            (_current[i], _potential[i]) = (u, v);
        }

        Array.Clear(input);
    }

    private static int Decay(int x, int delta)
    {
        int magnitude = (int)((long)Math.Abs(x) * (DecayOne - delta) >> 12);
        return x < 0 ? -magnitude : magnitude;
    }
}
