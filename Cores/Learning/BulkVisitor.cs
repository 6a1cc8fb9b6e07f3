using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Ganglion.ChipSpec.Learning;

namespace Ganglion.Cores.Learning;

/// <summary>Visits whole rows and columns of synapses at the end of an epoch of one timestep, with all traces brought up to date.</summary>
/// <remarks>
/// It does what <see cref="LazyVisitor{TDraws}"/> does, eight synapses at a time; a property test compares them. Factors of
/// the neuron that a row or column belongs to are the same for all of its synapses and multiplied once.
/// </remarks>
/// <typeparam name="TDraws">Where the draws come from.</typeparam>
internal sealed class BulkVisitor<TDraws>
    where TDraws : struct, ILearningDraws
{
    private const int Lanes = SynapseBatch.Lanes;

    private readonly RuleProgram _program;
    private readonly PlasticSynapses _synapses;
    private readonly TDraws _draws;
    private readonly VariableLimits[] _limits;
    private readonly uint[] _sourceKeys;
    private readonly uint[] _targetKeys;
    private readonly ActiveProduct[][] _active;
    private readonly int[] _activeCount;
    private readonly SingleTraceVisitor<TDraws>? _single;

    /// <summary>Makes the visitor of a projection.</summary>
    /// <param name="program">The rule.</param>
    /// <param name="sign">Which weights learning can reach.</param>
    /// <param name="synapses">The synapses.</param>
    /// <param name="draws">Where the draws come from.</param>
    /// <param name="sourceKeys">Keys of the source neurons.</param>
    /// <param name="targetKeys">Keys of the target neurons.</param>
    public BulkVisitor(RuleProgram program, PlasticSign sign, PlasticSynapses synapses, TDraws draws, uint[] sourceKeys, uint[] targetKeys)
    {
        (_program, _synapses, _draws, _sourceKeys, _targetKeys) = (program, synapses, draws, sourceKeys, targetKeys);
        _limits = [.. program.Sections.Select(section => RuleArithmetic.Limits(section.Target, sign))];
        _active = [.. program.Sections.Select(section => new ActiveProduct[section.Products.Length])];
        _activeCount = new int[program.Sections.Length];
        _single = SingleTraceVisitor<TDraws>.Takes(program) ? new SingleTraceVisitor<TDraws>(sign, synapses, draws) : null;
    }

    /// <summary>Weights that have changed so far.</summary>
    public long Writes { get; private set; }

    /// <summary>Visits the synapses of a source neuron.</summary>
    /// <param name="row">Row of the neuron.</param>
    /// <param name="source">Packed traces of the neuron.</param>
    /// <param name="targets">Packed traces of the target neurons.</param>
    /// <param name="isOpen">Whether the gate u is open.</param>
    /// <param name="next">Row that will be visited afterwards; −1 for none.</param>
    /// <param name="epoch">The epoch.</param>
    /// <returns>Synapses visited.</returns>
    public int VisitRow(int row, int source, int[] targets, bool isOpen, int next, long epoch)
    {
        int start = _synapses.RowStarts[row];
        int count = _synapses.RowStarts[row + 1] - start;
        if (!Scale(source, isRow: true, isOpen))
        {
            return count;
        }

        uint word = _draws.RoundingWord(epoch);
        if (_single is { } single)
        {
            Writes += single.VisitRow(row, next, _active[0].AsSpan(0, _activeCount[0]), targets, _targetKeys, _sourceKeys[row], word);
            return count;
        }

        Vector256<uint> key = Vector256.Create(_sourceKeys[row]);
        SynapseLanes lanes = default;
        for (int first = 0; first < count; first += Lanes)
        {
            // The arrays are padded; lanes behind the row are computed and dropped.
            Vector256<int> words = _synapses.WordsFrom(start + first);
            Vector256<int> index = _synapses.TargetsOf(words);
            lanes.Packed = VectorGather.Gather(targets, index);
            lanes.Keys = VectorGather.Gather(_targetKeys, index) + key;
            foreach (RuleTarget variable in _program.Variables)
            {
                Set(ref lanes, variable, _synapses.From(variable, words, start + first));
            }

            Vector256<int> own = Lane(count - first);
            for (int section = 0; section < _active.Length; section++)
            {
                RuleTarget target = _program.Sections[section].Target;
                Vector256<int> before = lanes[target];
                Vector256<int> after = Apply(section, in lanes, before, word);
                uint changed = (~Vector256.Equals(before, after) & own).ExtractMostSignificantBits();
                if (changed != 0)
                {
                    Store(start + first, target, after, changed);
                }
            }
        }

        return count;
    }

    /// <summary>Visits the synapses onto a target neuron that has fired, but for those whose rows are visited.</summary>
    /// <param name="compartment">The neuron's compartment.</param>
    /// <param name="target">Packed traces of the neuron.</param>
    /// <param name="sources">Packed traces of the source neurons.</param>
    /// <param name="next">Compartment that will be visited afterwards; −1 for none.</param>
    /// <param name="epoch">The epoch.</param>
    /// <returns>Synapses visited.</returns>
    public int VisitColumn(int compartment, int target, int[] sources, int next, long epoch)
    {
        int start = _synapses.ColumnStarts[compartment];
        int count = _synapses.ColumnStarts[compartment + 1] - start;
        bool acts = Scale(target, isRow: false, isOpen: false);
        uint word = _draws.RoundingWord(epoch);
        if (acts && _single is { } single)
        {
            Writes += single.VisitColumn(
                compartment, next, _active[0].AsSpan(0, _activeCount[0]), sources, _sourceKeys, _targetKeys[compartment], word, _program.HasSourceGate,
                out int visitedAlone);
            return visitedAlone;
        }

        Vector256<uint> key = Vector256.Create(_targetKeys[compartment]);
        SynapseLanes lanes = default;
        int visited = 0;
        for (int first = 0; first < count; first += Lanes)
        {
            Vector256<int> index = Vector256.LoadUnsafe(ref _synapses.ColumnRows[start + first]);
            lanes.Packed = VectorGather.Gather(sources, index);
            Vector256<int> own = Lane(count - first);

            // The row of a source that fired is visited with all products.
            own = _program.HasSourceGate ? Vector256.AndNot(own, lanes.Packed >> 31) : own;
            visited += BitOperations.PopCount(own.ExtractMostSignificantBits());
            if (!acts)
            {
                continue;
            }

            lanes.Keys = VectorGather.Gather(_sourceKeys, index) + key;
            Vector256<int> synapses = Vector256.LoadUnsafe(ref _synapses.ColumnSynapses[start + first]);
            Vector256<int> words = _synapses.WordsOf(synapses);
            foreach (RuleTarget variable in _program.Variables)
            {
                Set(ref lanes, variable, _synapses.Of(variable, words, synapses));
            }

            for (int section = 0; section < _active.Length; section++)
            {
                RuleTarget variable = _program.Sections[section].Target;
                Vector256<int> before = lanes[variable];
                Vector256<int> after = Apply(section, in lanes, before, word);
                uint changed = (~Vector256.Equals(before, after) & own).ExtractMostSignificantBits();
                for (; changed != 0; changed &= changed - 1)
                {
                    int lane = BitOperations.TrailingZeroCount(changed);
                    Store(_synapses.ColumnSynapses[start + first + lane], variable, after[lane]);
                }
            }
        }

        return visited;
    }

    /// <summary>Multiplies what is the same for all synapses of a row or column; false when nothing can change.</summary>
    private bool Scale(int packed, bool isRow, bool isOpen)
    {
        int active = 0;
        for (int section = 0; section < _active.Length; section++)
        {
            int count = 0;
            foreach (LaidProduct product in _program.Sections[section].Products)
            {
                bool isActive = product.Gate switch
                {
                    RuleGate.SourceSpike => isRow && packed < 0,
                    RuleGate.Epoch => isOpen,
                    _ => true,
                };
                int scale = isActive ? product.Mantissa : 0;
                foreach (RuleFactor factor in isRow ? product.OfSource : product.OfTarget)
                {
                    scale *= PackedTraces.Of(packed, factor);
                }

                if (scale != 0)
                {
                    _active[section][count++] = new ActiveProduct(
                        scale, product.Right, product.Left, isRow && product.Gate == RuleGate.TargetSpike, isRow ? product.VaryingInRow : product.VaryingInColumn);
                }
            }

            active += _activeCount[section] = count;
        }

        return active > 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<int> Apply(int section, in SynapseLanes lanes, Vector256<int> before, uint word)
    {
        Vector256<int> begin = RuleArithmetic.Begin(before);
        Vector256<int> sum = begin;
        foreach (ref readonly ActiveProduct product in _active[section].AsSpan(0, _activeCount[section]))
        {
            Vector256<int> value = Vector256.Create(product.Scale);
            foreach (ref readonly VaryingFactor factor in product.Factors.AsSpan())
            {
                value *= factor.IsPlainTrace ? (lanes.Packed >> factor.Shift) & Vector256.Create(PackedTraces.Mask) : lanes.Of(factor.Factor);
            }

            Vector256<int> mask = product.NeedsTargetSpike ? lanes.Packed >> 31 : Vector256<int>.AllBitsSet;
            sum = RuleArithmetic.Add(sum, value, product.Right, product.Left, mask);
        }

        // Without a change there is no fraction to round.
        return sum == begin ? before : RuleArithmetic.Round(before, sum, in _limits[section], _program.Sections[section].Target, _draws, lanes.Keys, word);
    }

    private static void Set(ref SynapseLanes lanes, RuleTarget variable, Vector256<int> value)
    {
        switch (variable)
        {
            case RuleTarget.Weight:
                lanes.Weight = value;
                break;
            case RuleTarget.Delay:
                lanes.Delay = value;
                break;
            default:
                lanes.Tag = value;
                break;
        }
    }

    private void Store(int synapse, RuleTarget variable, Vector256<int> values, uint changed)
    {
        for (; changed != 0; changed &= changed - 1)
        {
            int lane = BitOperations.TrailingZeroCount(changed);
            Store(synapse + lane, variable, values[lane]);
        }
    }

    private void Store(int synapse, RuleTarget variable, int value)
    {
        if (variable == RuleTarget.Weight)
        {
            _synapses.SetWeight(synapse, value);
            Writes++;
        }
        else
        {
            (variable == RuleTarget.Delay ? _synapses.Delays : _synapses.Tags)[synapse] = (short)value;
        }
    }

    /// <summary>All bits set in the lanes that hold one of so many synapses.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Lane(int count) => Vector256.LessThan(Vector256<int>.Indices, Vector256.Create(count));
}
