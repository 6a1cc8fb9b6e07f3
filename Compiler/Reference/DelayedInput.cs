namespace Ganglion.Compiler.Reference;

/// <summary>Sums of weights that will reach the neurons of a population, by the timestep in which they do.</summary>
/// <remarks>A slot exists only while something is on its way in it, so long delays of few spikes cost little.</remarks>
internal sealed class DelayedInput(int count)
{
    private readonly Stack<double[]> _free = new();
    private double[]?[] _slots = new double[1][];

    /// <summary>Makes room for a delay.</summary>
    /// <param name="delay">Largest delay that will be asked for, 0 or above.</param>
    public void Reserve(int delay)
    {
        if (delay >= _slots.Length)
        {
            Array.Resize(ref _slots, delay + 1);
        }
    }

    /// <summary>The sums of a timestep, to be added to.</summary>
    /// <param name="timestep">Not before the last timestep taken, and not more than the largest delay after it.</param>
    public double[] At(long timestep) => _slots[timestep % _slots.Length] ??= _free.TryPop(out double[]? free) ? free : new double[count];

    /// <summary>The complete sums of a timestep; the caller clears them before it takes the next.</summary>
    /// <param name="timestep">The timestep.</param>
    public double[] Take(long timestep)
    {
        double[] sums = At(timestep);
        _slots[timestep % _slots.Length] = null;
        _free.Push(sums);
        return sums;
    }

    /// <summary>Forgets everything on its way.</summary>
    public void Clear() => Array.Clear(_slots);
}
