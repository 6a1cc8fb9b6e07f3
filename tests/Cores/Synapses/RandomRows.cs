using CsCheck;
using Ganglion.ChipSpec.Image;

namespace Ganglion.Cores.Tests.Synapses;

/// <summary>Random synapse rows of all forms, together with the plain list of synapses that they stand for.</summary>
internal sealed class RandomRows
{
    private readonly List<SynapseRow> _rows = [];
    private readonly List<uint> _words = [];
    private readonly List<short> _dense = [];
    private readonly int _stride;

    private RandomRows(int compartments, int delaySlots)
    {
        Compartments = compartments;
        DelaySlots = delaySlots;
        _stride = Math.Max(8, (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)compartments));
    }

    public static Gen<RandomRows> Any { get; } =
        Gen.Select(Gen.Int[1, 70], Gen.Int[0, 6], Gen.Int[1, 12]).SelectMany(
            (compartments, slotBits, axons) => RowSeeds(compartments, 1 << slotBits).Array[axons].Select(
                seeds => new RandomRows(compartments, 1 << slotBits).Append(seeds)));

    public int Compartments { get; }

    public int DelaySlots { get; }

    /// <summary>Synapses of every axon, with delays from 0.</summary>
    public List<(int Target, int Delay, short Weight)[]> Synapses { get; } = [];

    public SynapseMemory Memory => CoreImages.Memory(_stride, DelaySlots, [.. _rows], [.. _words], [.. _dense]);

    /// <summary>Form of a row, its offset, and its synapses.</summary>
    private static Gen<(RowForm Form, int First, (int Target, int Delay, short Weight)[] Synapses)> RowSeeds(int compartments, int slots) =>
        Gen.Select(
            Gen.Enum<RowForm>(),
            Gen.Int[0, compartments - 1],
            Gen.Select(Gen.Int[0, compartments - 1], Gen.Int[0, slots - 1], Gen.OneOf(Gen.Short, Gen.Short[-3, 3]))
                .Array[1, 90]);

    private RandomRows Append((RowForm Form, int First, (int Target, int Delay, short Weight)[] Synapses)[] seeds)
    {
        foreach ((RowForm form, int first, (int Target, int Delay, short Weight)[] synapses) in seeds)
        {
            switch (form)
            {
                case RowForm.Dense:
                    AppendDense(first, synapses);
                    break;
                case RowForm.Shared:
                    AppendShared(first, synapses);
                    break;
                default:
                    AppendSparse(synapses);
                    break;
            }
        }

        return this;
    }

    private void AppendSparse((int Target, int Delay, short Weight)[] synapses)
    {
        _rows.Add(new SynapseRow(_words.Count, synapses.Length, 0, RowForm.Sparse, RowForm.Sparse));
        _words.AddRange(synapses.Select(s => CoreImages.Word(_stride, s.Target, s.Delay, s.Weight)));
        Synapses.Add(synapses);
    }

    private void AppendDense(int first, (int Target, int Delay, short Weight)[] synapses)
    {
        short[] weights = [.. synapses.Take(Compartments - first).Select(s => s.Weight)];
        int delay = synapses[0].Delay;
        _rows.Add(new SynapseRow(_dense.Count, weights.Length, (delay * _stride) + first, RowForm.Dense, RowForm.Dense));
        _dense.AddRange(weights);
        Synapses.Add([.. weights.Select((weight, i) => (first + i, delay, weight))]);
    }

    /// <summary>Two axons with the words of one row, the second moved by <paramref name="offset"/> compartments.</summary>
    private void AppendShared(int offset, (int Target, int Delay, short Weight)[] synapses)
    {
        (int Target, int Delay, short Weight)[] fitting = [.. synapses.Where(s => s.Target + offset < Compartments)];
        int start = _words.Count;
        _words.AddRange(fitting.Select(s => CoreImages.Word(_stride, s.Target, s.Delay, s.Weight)));
        foreach (int moved in new[] { 0, offset })
        {
            _rows.Add(new SynapseRow(start, fitting.Length, moved, RowForm.Shared, RowForm.Shared));
            Synapses.Add([.. fitting.Select(s => (s.Target + moved, s.Delay, s.Weight))]);
        }
    }
}
