using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Ganglion.ChipSpec.Learning;

namespace Ganglion.Cores.Learning;

/// <summary>Visits whole rows and columns of synapses at the end of an epoch of one timestep, with all traces brought up to date.</summary>
/// <remarks>It does what <see cref="PlasticProjection{TDraws}"/> does synapse by synapse, in vectors; a property test compares them.</remarks>
/// <typeparam name="TDraws">Where the draws come from.</typeparam>
internal sealed class BulkVisitor<TDraws>
    where TDraws : struct, ILearningDraws
{
    private const int TraceMask = TraceBank<TDraws>.Maximum;

    private readonly RuleProgram _program;
    private readonly RuleEvaluator<TDraws> _evaluator;
    private readonly PlasticSynapses _synapses;
    private readonly SynapseBatch _batch;
    private readonly TraceBank<TDraws> _source;
    private readonly TraceBank<TDraws> _target;
    private readonly uint[] _sourceKeys;
    private readonly uint[] _targetKeys;
    private readonly int[] _packed;

    /// <summary>Makes the visitor of a projection.</summary>
    /// <param name="program">The rule.</param>
    /// <param name="evaluator">Applies it.</param>
    /// <param name="synapses">The synapses.</param>
    /// <param name="batch">Scratch space for the longest row or column.</param>
    /// <param name="source">Traces of the source neurons.</param>
    /// <param name="target">Traces of the target neurons.</param>
    /// <param name="sourceKeys">Keys of the source neurons.</param>
    /// <param name="targetKeys">Keys of the target neurons.</param>
    public BulkVisitor(
        RuleProgram program, RuleEvaluator<TDraws> evaluator, PlasticSynapses synapses, SynapseBatch batch,
        TraceBank<TDraws> source, TraceBank<TDraws> target, uint[] sourceKeys, uint[] targetKeys)
    {
        (_program, _evaluator, _synapses, _batch) = (program, evaluator, synapses, batch);
        (_source, _target, _sourceKeys, _targetKeys) = (source, target, sourceKeys, targetKeys);
        _packed = new int[batch.Keys.Length];
    }

    /// <summary>Weights that have changed so far.</summary>
    public long Writes { get; private set; }

    /// <summary>Visits the synapses of a source neuron.</summary>
    /// <param name="row">Row of the neuron.</param>
    /// <param name="isOpen">Whether the gate u is open.</param>
    /// <param name="epoch">The epoch.</param>
    /// <returns>Synapses visited.</returns>
    public int VisitRow(int row, bool isOpen, long epoch)
    {
        int start = _synapses.RowStarts[row];
        int count = _synapses.RowStarts[row + 1] - start;
        ReadOnlySpan<ushort> targets = _synapses.Targets.AsSpan(start, count);
        int source = _source.Packed[row];
        uint key = _sourceKeys[row];
        ref int packed = ref MemoryMarshal.GetArrayDataReference(_target.Packed);
        ref uint keys = ref MemoryMarshal.GetArrayDataReference(_targetKeys);
        for (int i = 0; i < targets.Length; i++)
        {
            nint target = targets[i];
            _packed[i] = Unsafe.Add(ref packed, target);
            _batch.Keys[i] = Unsafe.Add(ref keys, target) + key;
        }

        for (int variable = 0; variable < _program.Variables.Length; variable++)
        {
            short[] values = _synapses[_program.Variables[variable]];
            int[] lanes = _batch.Variables[(int)_program.Variables[variable]];
            for (int i = 0; i < count; i++)
            {
                lanes[i] = values[start + i];
            }
        }

        Stage(count, source, isRow: true);
        _evaluator.Apply(_batch, count, source < 0, isOpen, epoch);
        foreach (RuleSection section in _program.Sections)
        {
            int[] lanes = _batch.Variables[(int)section.Target];
            if (section.Target == RuleTarget.Weight)
            {
                Writes += _synapses.SetRow(row, lanes.AsSpan(0, count));
            }
            else
            {
                short[] values = _synapses[section.Target];
                for (int i = 0; i < count; i++)
                {
                    values[start + i] = (short)lanes[i];
                }
            }
        }

        return count;
    }

    /// <summary>Visits the synapses onto a target neuron, but for those whose rows are visited.</summary>
    /// <param name="compartment">The neuron's compartment.</param>
    /// <param name="epoch">The epoch.</param>
    /// <returns>Synapses visited.</returns>
    public int VisitColumn(int compartment, long epoch)
    {
        int first = _synapses.ColumnStarts[compartment];
        int count = _synapses.ColumnStarts[compartment + 1] - first;
        ReadOnlySpan<int> rows = _synapses.ColumnRows.AsSpan(first, count);
        ReadOnlySpan<int> indices = _synapses.ColumnSynapses.AsSpan(first, count);
        uint key = _targetKeys[compartment];
        ref int packed = ref MemoryMarshal.GetArrayDataReference(_source.Packed);
        ref uint keys = ref MemoryMarshal.GetArrayDataReference(_sourceKeys);
        for (int i = 0; i < rows.Length; i++)
        {
            nint row = rows[i];
            _packed[i] = Unsafe.Add(ref packed, row);
            _batch.Keys[i] = Unsafe.Add(ref keys, row) + key;
        }

        for (int variable = 0; variable < _program.Variables.Length; variable++)
        {
            short[] values = _synapses[_program.Variables[variable]];
            int[] lanes = _batch.Variables[(int)_program.Variables[variable]];
            for (int i = 0; i < indices.Length; i++)
            {
                lanes[i] = values[indices[i]];
            }
        }

        Stage(count, _target.Packed[compartment], isRow: false);
        _evaluator.Apply(_batch, count, source: false, epoch: false, epoch);
        return Scatter(indices, rows);
    }

    private int Scatter(ReadOnlySpan<int> indices, ReadOnlySpan<int> rows)
    {
        int visited = 0;
        foreach (RuleSection section in _program.Sections)
        {
            int[] lanes = _batch.Variables[(int)section.Target];
            short[] values = _synapses[section.Target];
            visited = 0;
            for (int i = 0; i < indices.Length; i++)
            {
                // A source that fired has had its row visited, with all products.
                if (_packed[i] < 0 && _program.HasSourceGate)
                {
                    continue;
                }

                visited++;
                if (values[indices[i]] == lanes[i])
                {
                    continue;
                }

                if (section.Target == RuleTarget.Weight)
                {
                    _synapses.SetWeight(rows[i], indices[i], lanes[i]);
                    Writes++;
                }
                else
                {
                    values[indices[i]] = (short)lanes[i];
                }
            }
        }

        return visited;
    }

    /// <summary>Computes the operands from the packed traces of the many and of the one at the other end.</summary>
    private void Stage(int count, int one, bool isRow)
    {
        ref int fired = ref MemoryMarshal.GetArrayDataReference(_batch.TargetFired);
        ref int many = ref MemoryMarshal.GetArrayDataReference(_packed);
        for (int first = 0; first < count; first += SynapseBatch.Lanes)
        {
            (isRow ? Vector256.LoadUnsafe(ref many, (nuint)first) >> 31 : Vector256<int>.AllBitsSet).StoreUnsafe(ref fired, (nuint)first);
        }

        for (int operand = 0; operand < _program.Operands.Length; operand++)
        {
            RuleFactor factor = _program.Operands[operand].Factor;
            Span<int> values = _batch.Operands[operand].AsSpan(0, SynapseBatch.Padded(count));
            if (factor.Variable >= RuleVariable.Weight)
            {
                _batch.Variables[(int)RuleProgram.TargetOf(factor.Variable)].AsSpan(0, values.Length).CopyTo(values);
                Transform(_program.Operands[operand], values);
            }
            else if (factor.Variable < RuleVariable.Y0 == isRow)
            {
                values.Fill(_program.Operands[operand].Of(Unpack(one, factor.Variable)));
            }
            else
            {
                Unpack(factor.Variable, values);
                Transform(_program.Operands[operand], values);
            }
        }
    }

    private static int Shift(RuleVariable variable) => variable switch
    {
        RuleVariable.X2 or RuleVariable.Y2 => TraceBank<TDraws>.TraceBits,
        RuleVariable.Y3 => 2 * TraceBank<TDraws>.TraceBits,
        _ => 0,
    };

    private static int Unpack(int packed, RuleVariable variable) =>
        variable is RuleVariable.X0 or RuleVariable.Y0 ? (int)((uint)packed >> 31) : (packed >> Shift(variable)) & TraceMask;

    private void Unpack(RuleVariable variable, Span<int> values)
    {
        bool isSpike = variable is RuleVariable.X0 or RuleVariable.Y0;
        int shift = isSpike ? 31 : Shift(variable);
        Vector256<int> mask = Vector256.Create(isSpike ? 1 : TraceMask);
        ref int source = ref MemoryMarshal.GetArrayDataReference(_packed);
        ref int value = ref MemoryMarshal.GetReference(values);
        for (int first = 0; first < values.Length; first += SynapseBatch.Lanes)
        {
            ((Vector256.LoadUnsafe(ref source, (nuint)first) >> shift) & mask).StoreUnsafe(ref value, (nuint)first);
        }
    }

    private static void Transform(RuleOperand operand, Span<int> values)
    {
        if (operand.Factor.Constant == 0 && !operand.Factor.IsSign)
        {
            return;
        }

        foreach (ref int value in values)
        {
            value = operand.Of(value);
        }
    }
}
