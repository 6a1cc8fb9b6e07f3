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

    /// <summary>How many synapses of a column ahead words are fetched, which lie anywhere in memory.</summary>
    private const int Ahead = 2 * Lanes;

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
            Prefetch(_synapses.Row(next));
        }

        int start = _synapses.RowStarts[row];
        int count = _synapses.RowStarts[row + 1] - start;
        int writes = 0;
        VariableLimits limits = _limits;
        ref readonly ActiveProduct leading = ref products[0];
        (int shift, int right, int left) = (TraceShift(in leading), leading.Right, leading.Left);
        (Vector256<int> scale, Vector256<int> traceBits, Vector256<int> instead) = Operands(in leading);
        Vector256<int> always = Vector256.Create(leading.NeedsTargetSpike ? 0 : -1);
        products = products[1..];
        for (int first = 0; first < count; first += Lanes)
        {
            Vector256<int> words = _synapses.WordsFrom(start + first);
            Vector256<int> index = _synapses.TargetsOf(words);
            Vector256<int> packed = VectorGather.Gather(targets, index);
            Vector256<int> before = _synapses.From(RuleTarget.Weight, words, start + first);
            Vector256<int> begin = before << RuleArithmetic.FractionBits;
            Vector256<int> value = (((packed >> shift) & traceBits) | instead) * scale;
            Vector256<int> sum = Add(RuleArithmetic.Add(begin, value, right, left, (packed >> 31) | always), packed, products);
            if (sum == begin)
            {
                continue;
            }

            Vector256<uint> keys = VectorGather.Gather(targetKeys, index) + Vector256.Create(sourceKey);
            Vector256<int> after = RuleArithmetic.RoundWeight(sum, in limits, _draws, keys, word);
            uint changed = (~Vector256.Equals(before, after)).ExtractMostSignificantBits() & LanesOf(count - first);
            writes += BitOperations.PopCount(changed);
            if (count - first >= Lanes)
            {
                // Storing all eight costs less than asking which of them have changed.
                _synapses.SetWeights(start + first, words, after);
                continue;
            }

            for (; changed != 0; changed &= changed - 1)
            {
                int lane = BitOperations.TrailingZeroCount(changed);
                _synapses.SetWeight(start + first + lane, after[lane]);
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
            Range column = _synapses.ColumnStarts[next].._synapses.ColumnStarts[next + 1];
            Prefetch<int>(_synapses.ColumnRows.AsSpan(column));
            Prefetch<int>(_synapses.ColumnSynapses.AsSpan(column));
        }

        int start = _synapses.ColumnStarts[compartment];
        int count = _synapses.ColumnStarts[compartment + 1] - start;
        ReadOnlySpan<int> synapses = _synapses.ColumnSynapses.AsSpan(start, SynapseBatch.Padded(count));
        int writes = 0;
        VariableLimits limits = _limits;
        visited = 0;
        ref readonly ActiveProduct leading = ref products[0];
        (int shift, int right, int left) = (TraceShift(in leading), leading.Right, leading.Left);
        (Vector256<int> scale, Vector256<int> traceBits, Vector256<int> instead) = Operands(in leading);
        products = products[1..];
        for (int first = 0; first < count; first += Lanes)
        {
            _synapses.Prefetch(ref Unsafe.Add(ref MemoryMarshal.GetReference(synapses), first + Ahead));
            Vector256<int> index = Vector256.LoadUnsafe(ref _synapses.ColumnRows[start + first]);
            Vector256<int> packed = VectorGather.Gather(sources, index);
            uint own = LanesOf(count - first);
            own = skipsFired ? own & ~packed.ExtractMostSignificantBits() : own;
            visited += BitOperations.PopCount(own);
            Vector256<int> found = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(synapses), (nuint)first);
            Vector256<int> before = _synapses.Of(RuleTarget.Weight, _synapses.WordsOf(found), found);
            Vector256<int> begin = before << RuleArithmetic.FractionBits;
            Vector256<int> value = (((packed >> shift) & traceBits) | instead) * scale;
            Vector256<int> sum = Add(RuleArithmetic.Add(begin, value, right, left, Vector256<int>.AllBitsSet), packed, products);
            if (sum == begin)
            {
                continue;
            }

            Vector256<uint> keys = VectorGather.Gather(sourceKeys, index) + Vector256.Create(targetKey);
            Vector256<int> after = RuleArithmetic.RoundWeight(sum, in limits, _draws, keys, word);
            uint changed = (~Vector256.Equals(before, after)).ExtractMostSignificantBits() & own;
            writes += BitOperations.PopCount(changed);
            if (count - first >= Lanes)
            {
                // Storing all eight costs less than a branch that nobody can predict.
                after = skipsFired ? Vector256.ConditionalSelect(packed >> 31, before, after) : after;
                _synapses.SetWeights(found, after);
                continue;
            }

            for (; changed != 0; changed &= changed - 1)
            {
                int lane = BitOperations.TrailingZeroCount(changed);
                _synapses.SetWeight(synapses[first + lane], after[lane]);
            }
        }

        return writes;
    }

    private static int TraceShift(in ActiveProduct product) => product.Factors.Length > 0 ? product.Factors[0].Shift : 0;

    /// <summary>Scale of a product, bits of its trace, and what stands in place of a trace when there is none.</summary>
    private static (Vector256<int> Scale, Vector256<int> TraceBits, Vector256<int> Instead) Operands(in ActiveProduct product)
    {
        bool hasTrace = product.Factors.Length > 0;
        return (Vector256.Create(product.Scale), Vector256.Create(hasTrace ? PackedTraces.Mask : 0), Vector256.Create(hasTrace ? 0 : 1));
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

    private static unsafe void Prefetch<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        if (!Sse.IsSupported)
        {
            return;
        }

        fixed (T* first = values)
        {
            for (byte* line = (byte*)first; line < (byte*)(first + values.Length); line += CacheLine)
            {
                Sse.Prefetch0(line);
            }
        }
    }
}
