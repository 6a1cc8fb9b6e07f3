using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Ganglion.ChipSpec.Learning;

namespace Ganglion.Cores.Learning;

/// <summary>Visits rows and columns for rules that change only the weight, by products of one trace, as pair rules do.</summary>
/// <remarks>It does what <see cref="BulkVisitor{TDraws}"/> does, with everything of eight synapses in registers.</remarks>
/// <typeparam name="TDraws">Where the draws come from.</typeparam>
internal readonly struct SingleTraceVisitor<TDraws>
    where TDraws : struct, ILearningDraws
{
    private const int Lanes = SynapseBatch.Lanes;
    private const int CacheLine = 64;

    private readonly PlasticSynapses _synapses;
    private readonly TDraws _draws;
    private readonly VariableLimits _limits;

    /// <summary>Makes the visitor of a projection.</summary>
    /// <param name="sign">Which weights learning can reach.</param>
    /// <param name="synapses">The synapses.</param>
    /// <param name="draws">Where the draws come from.</param>
    public SingleTraceVisitor(PlasticSign sign, PlasticSynapses synapses, TDraws draws)
    {
        (_synapses, _draws) = (synapses, draws);
        _limits = RuleArithmetic.Limits(RuleTarget.Weight, sign);
    }

    /// <summary>Whether a rule is of this kind.</summary>
    /// <param name="program">The rule.</param>
    public static bool Takes(RuleProgram program) =>
        program.Sections is [{ Target: RuleTarget.Weight } section]
        && section.Products.All(product => product.OfSource.Length + product.OfTarget.Length == product.Factors.Length
            && product.VaryingInRow is [] or [{ IsPlainTrace: true }] && product.VaryingInColumn is [] or [{ IsPlainTrace: true }]);

    /// <summary>Visits a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="next">Row that will be visited afterwards, whose synapses are fetched; −1 for none.</param>
    /// <param name="products">Products that act.</param>
    /// <param name="targets">Packed traces of the target neurons.</param>
    /// <param name="targetKeys">Keys of the target neurons.</param>
    /// <param name="sourceKey">Key of the source neuron.</param>
    /// <param name="word">Word of the draws in the epoch.</param>
    /// <returns>Weights that have changed.</returns>
    public int VisitRow(int row, int next, ReadOnlySpan<ActiveProduct> products, int[] targets, uint[] targetKeys, uint sourceKey, uint word)
    {
        if (next >= 0)
        {
            Prefetch(_synapses.Weights, _synapses.RowStarts[next], _synapses.RowStarts[next + 1]);
            Prefetch(_synapses.Targets, _synapses.RowStarts[next], _synapses.RowStarts[next + 1]);
        }

        int start = _synapses.RowStarts[row];
        int count = _synapses.RowStarts[row + 1] - start;
        ref ushort target = ref _synapses.Targets[start];
        ref short weight = ref _synapses.Weights[start];
        int writes = 0;
        for (int first = 0; first < count; first += Lanes)
        {
            Vector256<int> index = VectorGather.Widen(ref Unsafe.Add(ref target, first));
            Vector256<int> packed = VectorGather.Gather(targets, index);
            Vector256<int> before = VectorGather.Widen(ref Unsafe.Add(ref weight, first));
            Vector256<int> begin = RuleArithmetic.Begin(before);
            Vector256<int> sum = Add(begin, packed, products);
            if (sum == begin)
            {
                continue;
            }

            Vector256<uint> keys = VectorGather.Gather(targetKeys, index) + Vector256.Create(sourceKey);
            Vector256<int> after = RuleArithmetic.Round(before, sum, in _limits, RuleTarget.Weight, _draws, keys, word);
            uint changed = (~Vector256.Equals(before, after)).ExtractMostSignificantBits() & LanesOf(count - first);
            writes += BitOperations.PopCount(changed);
            if (count - first >= Lanes)
            {
                // Storing all eight costs less than asking which of them have changed.
                _synapses.SetWeights(row, start + first, after);
                continue;
            }

            for (; changed != 0; changed &= changed - 1)
            {
                int lane = BitOperations.TrailingZeroCount(changed);
                _synapses.SetWeight(row, start + first + lane, after[lane]);
            }
        }

        return writes;
    }

    /// <summary>Visits a column.</summary>
    /// <param name="compartment">The compartment.</param>
    /// <param name="next">Compartment that will be visited afterwards, whose synapses are fetched; −1 for none.</param>
    /// <param name="products">Products that act.</param>
    /// <param name="sources">Packed traces of the source neurons.</param>
    /// <param name="sourceKeys">Keys of the source neurons.</param>
    /// <param name="targetKey">Key of the target neuron.</param>
    /// <param name="word">Word of the draws in the epoch.</param>
    /// <param name="skipsFired">Whether synapses are left out whose source has fired, since their rows are visited.</param>
    /// <param name="visited">Synapses visited.</param>
    /// <returns>Weights that have changed.</returns>
    public int VisitColumn(
        int compartment, int next, ReadOnlySpan<ActiveProduct> products, int[] sources, uint[] sourceKeys, uint targetKey, uint word, bool skipsFired,
        out int visited)
    {
        if (next >= 0)
        {
            Prefetch(_synapses.ColumnRows, _synapses.ColumnStarts[next], _synapses.ColumnStarts[next + 1]);
            Prefetch(_synapses.ColumnSynapses, _synapses.ColumnStarts[next], _synapses.ColumnStarts[next + 1]);
        }

        int start = _synapses.ColumnStarts[compartment];
        int count = _synapses.ColumnStarts[compartment + 1] - start;
        ReadOnlySpan<int> synapses = _synapses.ColumnSynapses.AsSpan(start, SynapseBatch.Padded(count));
        int writes = 0;
        visited = 0;
        for (int first = 0; first < count; first += Lanes)
        {
            Vector256<int> index = Vector256.LoadUnsafe(ref _synapses.ColumnRows[start + first]);
            Vector256<int> packed = VectorGather.Gather(sources, index);
            uint own = LanesOf(count - first);
            own = skipsFired ? own & ~packed.ExtractMostSignificantBits() : own;
            visited += BitOperations.PopCount(own);
            Vector256<int> before = VectorGather.Gather(_synapses.Weights, Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(synapses), (nuint)first));
            Vector256<int> begin = RuleArithmetic.Begin(before);
            Vector256<int> sum = Add(begin, packed, products);
            if (sum == begin)
            {
                continue;
            }

            Vector256<uint> keys = VectorGather.Gather(sourceKeys, index) + Vector256.Create(targetKey);
            Vector256<int> after = RuleArithmetic.Round(before, sum, in _limits, RuleTarget.Weight, _draws, keys, word);
            uint changed = (~Vector256.Equals(before, after)).ExtractMostSignificantBits() & own;
            for (; changed != 0; changed &= changed - 1)
            {
                int lane = BitOperations.TrailingZeroCount(changed);
                _synapses.SetWeight(index[lane], synapses[first + lane], after[lane]);
                writes++;
            }
        }

        return writes;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Add(Vector256<int> sum, Vector256<int> packed, ReadOnlySpan<ActiveProduct> products)
    {
        foreach (ref readonly ActiveProduct product in products)
        {
            Vector256<int> value = Vector256.Create(product.Scale);
            if (product.Factors.Length > 0)
            {
                value *= (packed >> product.Factors[0].Shift) & Vector256.Create(PackedTraces.Mask);
            }

            Vector256<int> mask = product.NeedsTargetSpike ? packed >> 31 : Vector256<int>.AllBitsSet;
            sum = RuleArithmetic.Add(sum, value, product.Right, product.Left, mask);
        }

        return sum;
    }

    /// <summary>A bit for each lane that holds one of so many synapses.</summary>
    private static uint LanesOf(int count) => count >= Lanes ? (1u << Lanes) - 1 : (1u << count) - 1;

    private static unsafe void Prefetch<T>(T[] values, int start, int end)
        where T : unmanaged
    {
        if (!Sse.IsSupported || end <= start)
        {
            return;
        }

        fixed (T* first = values)
        {
            for (byte* line = (byte*)(first + start); line < (byte*)(first + end); line += CacheLine)
            {
                Sse.Prefetch0(line);
            }
        }
    }
}
