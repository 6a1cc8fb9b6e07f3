using System.Runtime.CompilerServices;
using Ganglion.ChipSpec.Image;

namespace Ganglion.Cores.Learning;

/// <summary>The traces of the neurons on one side of a plastic projection; they are brought up to date when somebody looks.</summary>
/// <remarks>
/// In every timestep a trace decays, and then takes the impulse of a spike:
/// <code>
/// z = trace · decay
/// trace' = ⌊z⌋ + (draw &lt; z − ⌊z⌋)      then min(127, trace' + impulse)
/// </code>
/// One draw per neuron, trace and learning epoch serves all timesteps of the epoch. Of several spikes in an epoch only the last keeps its
/// time; the others act as if they had come before it. Semantics: docs/learning.md.
/// </remarks>
/// <typeparam name="TDraws">Where the draws come from.</typeparam>
internal sealed class TraceBank<TDraws>
    where TDraws : struct, ILearningDraws
{
    /// <summary>Largest value of a trace.</summary>
    public const int Maximum = 127;

    private readonly TDraws _draws;
    private readonly TraceSide _side;
    private readonly TraceImage[] _traces;
    private readonly uint[] _keys;
    private readonly int _timesteps;
    private readonly int _stride;
    private readonly byte[] _history;
    private readonly long[] _epochs;
    private readonly long[] _spikeEpochs;
    private readonly byte[] _spikeTimesteps;

    /// <summary>Allocates the traces.</summary>
    /// <param name="draws">Where the draws come from.</param>
    /// <param name="side">Side of the synapse.</param>
    /// <param name="traces">How the traces follow spikes.</param>
    /// <param name="keys">Key of every neuron's draws.</param>
    /// <param name="epochTimesteps">Timesteps of a learning epoch, 1 to 63.</param>
    public TraceBank(TDraws draws, TraceSide side, TraceImage[] traces, uint[] keys, int epochTimesteps)
    {
        (_draws, _side, _traces, _keys, _timesteps) = (draws, side, traces, keys, epochTimesteps);
        _stride = traces.Length * epochTimesteps;
        _history = new byte[keys.Length * _stride];
        _epochs = new long[keys.Length];
        _spikeEpochs = new long[keys.Length];
        _spikeTimesteps = new byte[keys.Length];
        Array.Fill(_spikeTimesteps, (byte)1);
    }

    /// <summary>Updates of traces so far.</summary>
    public long Updates { get; private set; }

    /// <summary>Whether a neuron has fired in an epoch.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Fired(int neuron, long epoch) => _spikeEpochs[neuron] == epoch;

    /// <summary>Timestep of a neuron's last spike within its epoch, from 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int SpikeTimestep(int neuron) => _spikeTimesteps[neuron];

    /// <summary>Notes a spike.</summary>
    /// <param name="neuron">Neuron of this bank.</param>
    /// <param name="epoch">The epoch.</param>
    /// <param name="timestep">Timestep within the epoch, from 1.</param>
    /// <returns>Whether it is the neuron's first in this epoch.</returns>
    public bool Spike(int neuron, long epoch, int timestep)
    {
        bool isFirst = _spikeEpochs[neuron] != epoch;
        if (!isFirst)
        {
            for (int trace = 0; trace < _traces.Length; trace++)
            {
                AddImpulse(neuron, trace, epoch);
            }
        }

        _spikeEpochs[neuron] = epoch;
        _spikeTimesteps[neuron] = (byte)timestep;
        return isFirst;
    }

    /// <summary>Adds a trace's impulse at once, before the history of the epoch.</summary>
    /// <param name="neuron">Neuron of this bank.</param>
    /// <param name="trace">Trace, from 0.</param>
    /// <param name="epoch">The epoch that goes on.</param>
    public void AddImpulse(int neuron, int trace, long epoch)
    {
        ref byte value = ref Previous(neuron, trace, epoch);
        value = (byte)Math.Min(Maximum, value + _traces[trace].Impulse);
    }

    /// <summary>The value that a trace had at the end of the epoch before; it may be changed.</summary>
    /// <param name="neuron">Neuron of this bank.</param>
    /// <param name="trace">Trace, from 0.</param>
    /// <param name="epoch">The epoch that goes on.</param>
    public ref byte Previous(int neuron, int trace, long epoch)
    {
        BringTo(neuron, epoch - 1);
        return ref _history[(neuron * _stride) + (trace * _timesteps) + _timesteps - 1];
    }

    /// <summary>A trace's value within an epoch.</summary>
    /// <param name="neuron">Neuron of this bank.</param>
    /// <param name="trace">Trace, from 0.</param>
    /// <param name="timestep">Timestep within the epoch, from 1.</param>
    /// <param name="epoch">An epoch that is not before the one that was asked for last.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Read(int neuron, int trace, int timestep, long epoch)
    {
        if (_epochs[neuron] != epoch)
        {
            BringTo(neuron, epoch);
        }

        return _history[(neuron * _stride) + (trace * _timesteps) + timestep - 1];
    }

    private void BringTo(int neuron, long epoch)
    {
        long from = _epochs[neuron];
        if (from >= epoch)
        {
            return;
        }

        for (int trace = 0; trace < _traces.Length; trace++)
        {
            Span<byte> history = _history.AsSpan((neuron * _stride) + (trace * _timesteps), _timesteps);
            Advance(neuron, trace, from, epoch, history);
        }

        _epochs[neuron] = epoch;
    }

    /// <summary>Lets epochs without a spike pass until the trace is 0, and plays the last one in full.</summary>
    private void Advance(int neuron, int trace, long from, long epoch, Span<byte> history)
    {
        TraceImage parameters = _traces[trace];
        uint key = _keys[neuron] + (uint)trace;
        int value = history[^1];
        long spikeEpoch = _spikeEpochs[neuron];
        for (long passed = from + 1; passed < epoch && (value > 0 || spikeEpoch >= passed); passed++)
        {
            value = Play(value, parameters, key, passed, spikeEpoch == passed ? _spikeTimesteps[neuron] : 0, history);
        }

        if (value == 0 && spikeEpoch != epoch)
        {
            history.Clear();
            return;
        }

        Play(value, parameters, key, epoch, spikeEpoch == epoch ? _spikeTimesteps[neuron] : 0, history);
    }

    private int Play(int value, TraceImage parameters, uint key, long epoch, int spikeTimestep, Span<byte> history)
    {
        uint draw = _draws.Decay(_side, key, epoch);
        for (int timestep = 1; timestep <= history.Length; timestep++)
        {
            ulong product = (ulong)(uint)value * parameters.Decay;
            value = (int)(product >> 32) + (draw < (uint)product ? 1 : 0);
            if (timestep == spikeTimestep)
            {
                value = Math.Min(Maximum, value + parameters.Impulse);
            }

            history[timestep - 1] = (byte)value;
        }

        Updates += history.Length;
        return value;
    }
}
