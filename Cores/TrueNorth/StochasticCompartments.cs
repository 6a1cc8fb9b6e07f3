using Ganglion.ChipSpec.Randomness;
using Ganglion.Cores.Neurons;

namespace Ganglion.Cores.TrueNorth;

/// <summary>The compartments with a random leak or threshold, and what they drew for the current timestep.</summary>
/// <remarks>
/// A stochastic leak of λ is sgn(λ) with probability (|λ| + 1)/256, at most 1, and else 0: it is drawn by |λ| ≥ ρ with ρ uniform from 0 to 255. The
/// threshold gains ρ ∧ M with ρ uniform in 18 bits.
/// </remarks>
internal sealed class StochasticCompartments
{
    private const uint ComparedBits = 0xFF;
    private const int ThresholdBits = 18;

    private readonly int[] _compartments;
    private readonly int[] _leak;
    private readonly int[] _isLeakStochastic;
    private readonly int[] _mask;
    private readonly int[] _logicalId;

    /// <summary>Finds the stochastic compartments of a table.</summary>
    public StochasticCompartments(CompartmentTable table)
    {
        _leak = table["leak"];
        _isLeakStochastic = table["stochasticLeak"];
        _mask = table["thresholdMask"];
        _logicalId = table["logicalId"];
        _compartments = [.. Enumerable.Range(0, table.Compartments).Where(i => _isLeakStochastic[i] != 0 || _mask[i] != 0)];
        Leak = [.. _leak.Zip(_isLeakStochastic, (leak, isStochastic) => isStochastic != 0 ? 0 : leak)];
        ThresholdNoise = new int[table.PaddedCompartments];
    }

    /// <summary>Whether no compartment draws.</summary>
    public bool IsEmpty => _compartments.Length == 0;

    /// <summary>Leak of every compartment in the current timestep.</summary>
    public int[] Leak { get; }

    /// <summary>What every threshold gains in the current timestep.</summary>
    public int[] ThresholdNoise { get; }

    /// <summary>Whether a stochastic weight or leak acts: |value| ≥ ρ.</summary>
    public static int Sign(int value, uint draw) => Math.Abs(value) >= (int)(draw & ComparedBits) ? Math.Sign(value) : 0;

    /// <summary>Draws for a timestep.</summary>
    public void Draw(ulong seed, long timestep)
    {
        var leak = new CounterRandom(seed, RandomPurpose.Leak);
        var threshold = new CounterRandom(seed, RandomPurpose.Threshold);
        foreach (int i in _compartments)
        {
            ulong id = (ulong)_logicalId[i];
            Leak[i] = _isLeakStochastic[i] != 0 ? Sign(_leak[i], leak.Draw(id, timestep)) : _leak[i];
            ThresholdNoise[i] = _mask[i] != 0 ? (int)threshold.Draw(id, timestep) & ((1 << ThresholdBits) - 1) & _mask[i] : 0;
        }
    }
}
