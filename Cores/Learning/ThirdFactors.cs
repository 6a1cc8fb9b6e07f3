using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Learning;
using Ganglion.Cores.State;

namespace Ganglion.Cores.Learning;

/// <summary>Gathers what third factors bring in a timestep, and hands it to the traces; the order of arrival does not matter.</summary>
internal sealed class ThirdFactors
{
    private readonly int[]?[] _amounts;
    private readonly bool[] _isLevel;

    /// <summary>Allocates an accumulator for each trace that a third factor drives.</summary>
    /// <param name="traces">Traces y1, y2, y3.</param>
    /// <param name="compartments">Compartments of the core.</param>
    public ThirdFactors(TraceImage[] traces, int compartments)
    {
        _amounts = [.. traces.Select(trace => trace.ThirdFactor == ThirdFactorMode.None ? null : new int[compartments])];
        _isLevel = [.. traces.Select(trace => trace.ThirdFactor == ThirdFactorMode.Level)];
    }

    /// <summary>Forgets what has arrived.</summary>
    public void Reset()
    {
        foreach (int[]? amounts in _amounts)
        {
            Array.Clear(amounts ?? []);
        }
    }

    /// <summary>Shows what has arrived and was not handed over.</summary>
    /// <param name="visitor">Notes it or puts it back.</param>
    public void Visit(IStateVisitor visitor)
    {
        foreach (int[]? amounts in _amounts)
        {
            visitor.Visit("third factors", amounts.AsSpan());
        }
    }

    /// <summary>Takes a spike.</summary>
    /// <param name="row">Row of its axon.</param>
    /// <param name="payload">Payload.</param>
    public void Add(ThirdFactorRow row, int payload)
    {
        int[] amounts = _amounts[row.Trace]!;
        for (int i = 0; i < row.Compartments.Length; i++)
        {
            long sum = amounts[row.Compartments[i]] + ((long)row.Amounts[i] * payload);
            amounts[row.Compartments[i]] = (int)Math.Clamp(sum, int.MinValue, int.MaxValue);
        }
    }

    /// <summary>Hands over what has arrived in the timestep.</summary>
    /// <typeparam name="TDraws">Where the draws of the traces come from.</typeparam>
    /// <param name="bank">Traces of the target neurons.</param>
    /// <param name="epoch">Learning epoch of the timestep.</param>
    public void Apply<TDraws>(TraceBank<TDraws> bank, long epoch)
        where TDraws : struct, ILearningDraws
    {
        for (int trace = 0; trace < _amounts.Length; trace++)
        {
            if (_amounts[trace] is { } amounts)
            {
                Apply(bank, trace, amounts, epoch);
            }
        }
    }

    private void Apply<TDraws>(TraceBank<TDraws> bank, int trace, int[] amounts, long epoch)
        where TDraws : struct, ILearningDraws
    {
        for (int compartment = 0; compartment < amounts.Length; compartment++)
        {
            int amount = amounts[compartment];
            if (amount == 0 && !_isLevel[trace])
            {
                continue;
            }

            ref int value = ref bank.Previous(compartment, trace, epoch);
            value = (int)Math.Clamp(_isLevel[trace] ? amount : (long)value + amount, 0, TraceBank<TDraws>.Maximum);
        }

        Array.Clear(amounts);
    }
}
