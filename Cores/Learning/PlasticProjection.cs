using System.Runtime.InteropServices;
using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Learning;
using Ganglion.ChipSpec.Randomness;
using Ganglion.Cores.State;

namespace Ganglion.Cores.Learning;

/// <summary>The learning engine for one plastic projection on a core.</summary>
/// <remarks>
/// A synapse is visited only when its source or its target has fired in the epoch, or when its rule has a gate u that opens. Rows of
/// sources that fired are visited first, with all products; columns of targets that fired then take the synapses whose source did not.
/// </remarks>
/// <typeparam name="TDraws">Where the draws come from.</typeparam>
internal sealed class PlasticProjection<TDraws>
    where TDraws : struct, ILearningDraws
{
    private const int SourceTraces = 2;
    private const uint SourceKey = 1;
    private const uint TargetKey = 2;

    private readonly PlasticProjectionImage _image;
    private readonly RuleProgram _program;
    private readonly LazyVisitor<TDraws> _lazy;
    private readonly BulkVisitor<TDraws> _bulk;
    private readonly TraceBank<TDraws> _source;
    private readonly TraceBank<TDraws> _target;
    private readonly ThirdFactors _thirdFactors;
    private readonly uint[] _sourceKeys;
    private readonly uint[] _targetKeys;
    private readonly List<int> _firedRows = [];
    private readonly List<int> _firedCompartments = [];
    private long _updates;

    /// <summary>Loads a projection.</summary>
    /// <param name="image">The projection.</param>
    /// <param name="memory">The core's own copy of its synapse memory.</param>
    /// <param name="neurons">Neuron of every compartment, counted within its population.</param>
    /// <param name="draws">Where the draws come from.</param>
    /// <param name="seed">Seed of the run, for the keys of the draws.</param>
    public PlasticProjection(PlasticProjectionImage image, SynapseMemory memory, int[] neurons, TDraws draws, ulong seed)
    {
        _image = image;
        _program = new RuleProgram(LearningRule.Parse(image.Rule));
        Synapses = new PlasticSynapses(image, memory, neurons.Length, _program.HasTargetGate);
        _sourceKeys = Keys(SourceKey, [.. image.Rows.Select(row => row.SourceNeuron)], seed);
        _targetKeys = Keys(TargetKey, neurons, seed);
        TraceImage[] traces = [.. image.Traces];
        _source = new TraceBank<TDraws>(draws, TraceSide.Source, traces[..SourceTraces], _sourceKeys, image.EpochTimesteps);
        _target = new TraceBank<TDraws>(draws, TraceSide.Target, traces[SourceTraces..], _targetKeys, image.EpochTimesteps);
        _thirdFactors = new ThirdFactors(traces[SourceTraces..], neurons.Length);
        _lazy = new LazyVisitor<TDraws>(
            _program, new RuleEvaluator<TDraws>(_program, image.Sign, draws), Synapses, _source, _target, _sourceKeys, _targetKeys, image.EpochTimesteps);
        _bulk = new BulkVisitor<TDraws>(_program, image.Sign, Synapses, draws, _sourceKeys, _targetKeys);
    }

    /// <summary>The synapses.</summary>
    public PlasticSynapses Synapses { get; }

    /// <summary>Timesteps of a learning epoch.</summary>
    public int EpochTimesteps => _image.EpochTimesteps;

    /// <summary>Synapses visited, weights changed and trace updates so far.</summary>
    public LearningCounts Counts => new(_updates, _lazy.Writes + _bulk.Writes, _source.Updates + _target.Updates);

    /// <summary>Synapses to visit per trace from which on all traces are brought up to date at once; for tests, which compare both ways.</summary>
    internal double BulkThreshold { get; set; } = 0.125;

    /// <summary>A source trace, x1 or x2, at the end of the last epoch.</summary>
    /// <param name="row">Row.</param>
    /// <param name="trace">0 for x1, 1 for x2.</param>
    /// <param name="timestep">The timestep that has just passed.</param>
    public int SourceTrace(int row, int trace, long timestep) => _source.Previous(row, trace, EpochOf(timestep + 1));

    /// <summary>A target trace, y1 to y3, at the end of the last epoch.</summary>
    /// <param name="compartment">Compartment.</param>
    /// <param name="trace">0 for y1, 1 for y2, 2 for y3.</param>
    /// <param name="timestep">The timestep that has just passed.</param>
    public int TargetTrace(int compartment, int trace, long timestep) => _target.Previous(compartment, trace, EpochOf(timestep + 1));

    /// <summary>Takes a spike of a third factor.</summary>
    /// <param name="row">Index of its row.</param>
    /// <param name="payload">Payload of the spike.</param>
    public void ThirdFactorFired(int row, int payload) => _thirdFactors.Add(_image.ThirdFactors[row], payload);

    /// <summary>Notes a spike of a source neuron.</summary>
    /// <param name="row">Row of the neuron.</param>
    /// <param name="payload">Payload of the spike.</param>
    /// <param name="timestep">Timestep in which it was fired.</param>
    public void SourceFired(int row, int payload, long timestep)
    {
        long epoch = EpochOf(timestep);
        if ((_image.Graded == GradedTrace.None || GradedTraces.Take(_image.Graded, payload, ref _source.Previous(row, 0, epoch))) && _source.Spike(row, epoch, StepOf(timestep)))
        {
            _firedRows.Add(row);
        }
    }

    /// <summary>Notes a spike of a target neuron.</summary>
    /// <param name="compartment">Its compartment.</param>
    /// <param name="timestep">Timestep in which it was fired.</param>
    public void TargetFired(int compartment, long timestep)
    {
        if (_target.Spike(compartment, EpochOf(timestep), StepOf(timestep)))
        {
            _firedCompartments.Add(compartment);
        }
    }

    /// <summary>Sets synapses and traces back to what the image gives; counts keep their values.</summary>
    public void Reset()
    {
        Synapses.Reset(_image);
        _source.Reset();
        _target.Reset();
        _thirdFactors.Reset();
        _firedRows.Clear();
        _firedCompartments.Clear();
    }

    /// <summary>Shows synapses, traces, and what has arrived in the epoch.</summary>
    /// <param name="visitor">Notes them or puts them back.</param>
    /// <param name="timestep">The timestep that has just passed.</param>
    public void Visit(IStateVisitor visitor, long timestep)
    {
        Synapses.Visit(visitor, _image.Sign);
        _source.Visit(visitor, EpochOf(timestep));
        _target.Visit(visitor, EpochOf(timestep));
        _thirdFactors.Visit(visitor);

        // In the order of arrival, which carries no meaning, they would depend on the number of workers.
        _firedRows.Sort();
        _firedCompartments.Sort();
        visitor.Visit("sources that fired", _firedRows, 0, Synapses.Rows - 1);
        visitor.Visit("targets that fired", _firedCompartments, 0, _targetKeys.Length - 1);
    }

    /// <summary>Applies the rule at the end of an epoch.</summary>
    /// <param name="timestep">The timestep; nothing happens within an epoch.</param>
    public void Learn(long timestep)
    {
        _thirdFactors.Apply(_target, EpochOf(timestep));
        if (timestep % EpochTimesteps != 0)
        {
            return;
        }

        long epoch = EpochOf(timestep);
        bool isOpen = _program.HasEpochGate && (epoch & _program.EpochMask) == 0;
        if (EpochTimesteps == 1 && Visits(isOpen) >= BulkThreshold * (Synapses.Rows + _targetKeys.Length))
        {
            VisitInBulk(isOpen, epoch);
        }
        else if (isOpen)
        {
            for (int row = 0; row < Synapses.Rows; row++)
            {
                _updates += _lazy.VisitRow(row, true, epoch);
            }
        }
        else
        {
            VisitFired(epoch);
        }

        _firedRows.Clear();
        _firedCompartments.Clear();
    }

    /// <summary>Synapses that the epoch visits, a synapse between two neurons that fired counted twice.</summary>
    private long Visits(bool isOpen)
    {
        if (isOpen)
        {
            return Synapses.Count;
        }

        long visits = 0;
        foreach (int row in _program.HasSourceGate ? CollectionsMarshal.AsSpan(_firedRows) : [])
        {
            visits += Synapses.RowStarts[row + 1] - Synapses.RowStarts[row];
        }

        foreach (int compartment in _program.HasTargetGate ? CollectionsMarshal.AsSpan(_firedCompartments) : [])
        {
            visits += Synapses.ColumnStarts[compartment + 1] - Synapses.ColumnStarts[compartment];
        }

        return visits;
    }

    private void VisitInBulk(bool isOpen, long epoch)
    {
        _source.AdvanceAll(epoch, CollectionsMarshal.AsSpan(_firedRows));
        _target.AdvanceAll(epoch, CollectionsMarshal.AsSpan(_firedCompartments));
        if (isOpen)
        {
            for (int row = 0; row < Synapses.Rows; row++)
            {
                _updates += _bulk.VisitRow(row, _source.Packed[row], _target.Packed, true, row + 1 < Synapses.Rows ? row + 1 : -1, epoch);
            }

            return;
        }

        ReadOnlySpan<int> rows = _program.HasSourceGate ? CollectionsMarshal.AsSpan(_firedRows) : [];
        for (int i = 0; i < rows.Length; i++)
        {
            _updates += _bulk.VisitRow(rows[i], _source.Packed[rows[i]], _target.Packed, false, i + 1 < rows.Length ? rows[i + 1] : -1, epoch);
        }

        ReadOnlySpan<int> columns = _program.HasTargetGate ? CollectionsMarshal.AsSpan(_firedCompartments) : [];
        for (int i = 0; i < columns.Length; i++)
        {
            _updates += _bulk.VisitColumn(columns[i], _target.Packed[columns[i]], _source.Packed, i + 1 < columns.Length ? columns[i + 1] : -1, epoch);
        }
    }

    private void VisitFired(long epoch)
    {
        if (_program.HasSourceGate)
        {
            foreach (int row in CollectionsMarshal.AsSpan(_firedRows))
            {
                _updates += _lazy.VisitRow(row, false, epoch);
            }
        }

        if (_program.HasTargetGate)
        {
            foreach (int compartment in CollectionsMarshal.AsSpan(_firedCompartments))
            {
                _updates += _lazy.VisitColumn(compartment, epoch);
            }
        }
    }

    private long EpochOf(long timestep) => (timestep + EpochTimesteps - 1) / EpochTimesteps;

    /// <summary>Timestep within its epoch, from 1; what fires in timestep 0, before the first epoch, only needs one that exists.</summary>
    private int StepOf(long timestep) => (int)(Math.Max(timestep - 1, 0) % EpochTimesteps) + 1;

    private uint[] Keys(uint side, int[] neurons, ulong seed)
    {
        var random = new CounterRandom(seed, RandomPurpose.Learning);
        ulong projection = (ulong)_image.Projection << 32;
        return [.. neurons.Select(neuron => random.Draw(projection | (uint)neuron, side))];
    }
}
