using Ganglion.ChipSpec.Learning;

namespace Ganglion.Cores.Learning;

/// <summary>Visits synapses at the end of an epoch of any length, and brings only the traces up to date that it reads.</summary>
/// <typeparam name="TDraws">Where the draws come from.</typeparam>
internal sealed class LazyVisitor<TDraws>
    where TDraws : struct, ILearningDraws
{
    private readonly RuleProgram _program;
    private readonly RuleEvaluator<TDraws> _evaluator;
    private readonly PlasticSynapses _synapses;
    private readonly TraceBank<TDraws> _source;
    private readonly TraceBank<TDraws> _target;
    private readonly uint[] _sourceKeys;
    private readonly uint[] _targetKeys;
    private readonly int _epochTimesteps;
    private readonly SynapseBatch _batch;
    private readonly int[] _visited;
    private readonly int[] _visitedRows;

    /// <summary>Makes the visitor of a projection.</summary>
    /// <param name="program">The rule.</param>
    /// <param name="evaluator">Applies it.</param>
    /// <param name="synapses">The synapses.</param>
    /// <param name="source">Traces of the source neurons.</param>
    /// <param name="target">Traces of the target neurons.</param>
    /// <param name="sourceKeys">Keys of the source neurons.</param>
    /// <param name="targetKeys">Keys of the target neurons.</param>
    /// <param name="epochTimesteps">Timesteps of a learning epoch.</param>
    public LazyVisitor(
        RuleProgram program, RuleEvaluator<TDraws> evaluator, PlasticSynapses synapses, TraceBank<TDraws> source, TraceBank<TDraws> target,
        uint[] sourceKeys, uint[] targetKeys, int epochTimesteps)
    {
        (_program, _evaluator, _synapses, _source, _target) = (program, evaluator, synapses, source, target);
        (_sourceKeys, _targetKeys, _epochTimesteps) = (sourceKeys, targetKeys, epochTimesteps);
        int longest = Math.Max(synapses.LongestRow, synapses.LongestColumn);
        _batch = new SynapseBatch(program, longest);
        _visited = new int[longest];
        _visitedRows = new int[longest];
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
        for (int i = 0; i < count; i++)
        {
            _visited[i] = start + i;
            _visitedRows[i] = row;
        }

        return Visit(count, _source.Fired(row, epoch), isOpen, epoch);
    }

    /// <summary>Visits the synapses onto a target neuron that has fired, but for those whose rows are visited.</summary>
    /// <param name="compartment">The neuron's compartment.</param>
    /// <param name="epoch">The epoch.</param>
    /// <returns>Synapses visited.</returns>
    public int VisitColumn(int compartment, long epoch)
    {
        int count = 0;
        for (int entry = _synapses.ColumnStarts[compartment]; entry < _synapses.ColumnStarts[compartment + 1]; entry++)
        {
            int row = _synapses.ColumnRows[entry];
            if (!_program.HasSourceGate || !_source.Fired(row, epoch))
            {
                _visited[count] = _synapses.ColumnSynapses[entry];
                _visitedRows[count++] = row;
            }
        }

        return Visit(count, source: false, isOpen: false, epoch);
    }

    private int Visit(int count, bool source, bool isOpen, long epoch)
    {
        Gather(count, epoch);
        for (int operand = 0; operand < _program.Operands.Length; operand++)
        {
            Stage(_program.Operands[operand], _batch.Operands[operand].AsSpan(0, count), epoch);
        }

        _evaluator.Apply(_batch, count, source, isOpen, epoch);
        Scatter(count);
        return count;
    }

    private void Gather(int count, long epoch)
    {
        for (int i = 0; i < count; i++)
        {
            int synapse = _visited[i];
            int target = _synapses.Target(synapse);
            _batch.Variables[(int)RuleTarget.Weight][i] = _synapses.Weight(synapse);
            _batch.Variables[(int)RuleTarget.Delay][i] = _synapses.Delays[synapse];
            _batch.Variables[(int)RuleTarget.Tag][i] = _synapses.Tags[synapse];
            _batch.TargetFired[i] = _target.Fired(target, epoch) ? -1 : 0;
            _batch.Keys[i] = _sourceKeys[_visitedRows[i]] + _targetKeys[target];
        }
    }

    private void Stage(RuleOperand operand, Span<int> values, long epoch)
    {
        for (int i = 0; i < values.Length; i++)
        {
            int row = _visitedRows[i];
            int target = _synapses.Target(_visited[i]);
            int step = operand.Gate switch
            {
                RuleGate.SourceSpike => _source.SpikeTimestep(row),
                RuleGate.TargetSpike => _target.SpikeTimestep(target),
                _ => _epochTimesteps,
            };
            int value = operand.Factor.Variable switch
            {
                RuleVariable.X0 => _source.Fired(row, epoch) ? 1 : 0,
                RuleVariable.X1 => _source.Read(row, 0, step, epoch),
                RuleVariable.X2 => _source.Read(row, 1, step, epoch),
                RuleVariable.Y0 => _target.Fired(target, epoch) ? 1 : 0,
                RuleVariable.Y1 => _target.Read(target, 0, step, epoch),
                RuleVariable.Y2 => _target.Read(target, 1, step, epoch),
                RuleVariable.Y3 => _target.Read(target, 2, step, epoch),
                RuleVariable.Weight => _synapses.Weight(_visited[i]),
                RuleVariable.Delay => _synapses.Delays[_visited[i]],
                _ => _synapses.Tags[_visited[i]],
            };
            values[i] = PackedTraces.Of(operand.Factor, value);
        }
    }

    private void Scatter(int count)
    {
        for (int i = 0; i < count; i++)
        {
            int synapse = _visited[i];
            int weight = _batch.Variables[(int)RuleTarget.Weight][i];
            if (weight != _synapses.Weight(synapse))
            {
                _synapses.SetWeight(synapse, weight);
                Writes++;
            }

            _synapses.Delays[synapse] = (short)_batch.Variables[(int)RuleTarget.Delay][i];
            _synapses.Tags[synapse] = (short)_batch.Variables[(int)RuleTarget.Tag][i];
        }
    }
}
