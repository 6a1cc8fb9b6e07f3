using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Ganglion.ChipSpec.Image;
using Ganglion.Cores.State;

namespace Ganglion.Cores.Learning;

/// <summary>The traces of the neurons on one side of a plastic projection.</summary>
/// <remarks>
/// In every timestep a trace decays, and then takes the impulse of a spike:
/// <code>
/// z = trace · decay
/// trace' = ⌊z⌋ + (draw &lt; z − ⌊z⌋)      then min(127, trace' + impulse)
/// </code>
/// One draw per neuron, trace and learning epoch serves all timesteps of the epoch. Of several spikes in an epoch only the last keeps its
/// time; the others act as if they had come before it. A neuron's traces are brought up to date when somebody looks
/// (<see cref="Read"/>), or all neurons' at once (<see cref="AdvanceAll"/>); the values are the same. Semantics: docs/learning.md.
/// </remarks>
/// <typeparam name="TDraws">Where the draws come from.</typeparam>
internal sealed class TraceBank<TDraws>
    where TDraws : struct, ILearningDraws
{
    /// <summary>Largest value of a trace.</summary>
    public const int Maximum = PackedTraces.Mask;

    private readonly TDraws _draws;
    private readonly TraceSide _side;
    private readonly TraceImage[] _traces;
    private readonly uint[] _keys;
    private readonly int _timesteps;
    private readonly int[][] _values;
    private readonly byte[][] _history;
    private readonly long[] _epochs;
    private readonly long[] _spikeEpochs;
    private readonly byte[] _spikeTimesteps;
    private readonly int[] _packed;
    private readonly int _moving;
    private long _allAt;

    /// <summary>Allocates the traces.</summary>
    /// <param name="draws">Where the draws come from.</param>
    /// <param name="side">Side of the synapse.</param>
    /// <param name="traces">How the traces follow spikes.</param>
    /// <param name="keys">Key of every neuron's draws.</param>
    /// <param name="epochTimesteps">Timesteps of a learning epoch, 1 to 63.</param>
    public TraceBank(TDraws draws, TraceSide side, TraceImage[] traces, uint[] keys, int epochTimesteps)
    {
        (_draws, _side, _traces, _timesteps) = (draws, side, traces, epochTimesteps);
        _moving = traces.Count(trace => trace.Impulse > 0);
        int padded = SynapseBatch.Padded(keys.Length);
        _keys = new uint[padded];
        keys.CopyTo(_keys, 0);
        _values = [.. traces.Select(_ => new int[padded])];
        _history = epochTimesteps == 1 ? [] : [.. traces.Select(_ => new byte[keys.Length * epochTimesteps])];
        _epochs = new long[keys.Length];
        _spikeEpochs = new long[keys.Length];
        _spikeTimesteps = new byte[keys.Length];
        _packed = epochTimesteps == 1 ? new int[padded] : [];
        Reset();
    }

    /// <summary>Impulses that traces have taken so far.</summary>
    public long Updates { get; private set; }

    /// <summary>The traces of each neuron as <see cref="PackedTraces"/>, in the epoch of the last <see cref="AdvanceAll"/>.</summary>
    public int[] Packed => _packed;

    /// <summary>Whether a neuron has fired in an epoch.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Fired(int neuron, long epoch) => _spikeEpochs[neuron] == epoch;

    /// <summary>Timestep of a neuron's last spike within its epoch, from 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int SpikeTimestep(int neuron) => _spikeTimesteps[neuron];

    /// <summary>Sets all traces to 0 and forgets all spikes.</summary>
    public void Reset()
    {
        Array.ForEach(_values, Array.Clear);
        Array.ForEach(_history, Array.Clear);
        Array.Clear(_epochs);
        Array.Clear(_spikeEpochs);
        Array.Fill(_spikeTimesteps, (byte)1);
        Array.Clear(_packed);
        _allAt = 0;
    }

    /// <summary>Shows traces and last spikes; the course of a trace within an epoch is played anew when somebody looks.</summary>
    /// <param name="visitor">Notes them or puts them back.</param>
    /// <param name="epoch">The epoch that goes on or has just ended.</param>
    public void Visit(IStateVisitor visitor, long epoch)
    {
        string side = _side == TraceSide.Source ? "source" : "target";
        foreach (int[] values in _values)
        {
            visitor.Visit($"{side} traces", values.AsSpan(0, _epochs.Length), 0, Maximum);
        }

        visitor.Visit($"{side} epochs", _epochs.AsSpan(), 0, epoch);
        visitor.Visit($"{side} epochs of the last spike", _spikeEpochs.AsSpan(), 0, epoch);
        visitor.Visit($"{side} timesteps of the last spike", _spikeTimesteps.AsSpan(), (byte)1, (byte)_timesteps);
        _allAt = visitor.Visit($"{side} epoch of all", _allAt, 0, epoch);
    }

    /// <summary>Notes a spike.</summary>
    /// <param name="neuron">Neuron of this bank.</param>
    /// <param name="epoch">The epoch.</param>
    /// <param name="timestep">Timestep within the epoch, from 1.</param>
    /// <returns>Whether it is the neuron's first in this epoch.</returns>
    public bool Spike(int neuron, long epoch, int timestep)
    {
        bool isFirst = _spikeEpochs[neuron] != epoch;
        if (isFirst && _spikeEpochs[neuron] > Math.Max(_epochs[neuron], _allAt))
        {
            // Nobody has looked since the spike before; its impulse must not be lost.
            BringTo(neuron, epoch - 1);
        }

        if (!isFirst)
        {
            for (int trace = 0; trace < _traces.Length; trace++)
            {
                ref int value = ref Previous(neuron, trace, epoch);
                value = Math.Min(Maximum, value + _traces[trace].Impulse);
            }
        }

        _spikeEpochs[neuron] = epoch;
        _spikeTimesteps[neuron] = (byte)timestep;
        Updates += _moving;
        return isFirst;
    }

    /// <summary>The value that a trace had at the end of the epoch before; it may be changed.</summary>
    /// <param name="neuron">Neuron of this bank.</param>
    /// <param name="trace">Trace, from 0.</param>
    /// <param name="epoch">The epoch that goes on.</param>
    public ref int Previous(int neuron, int trace, long epoch)
    {
        BringTo(neuron, epoch - 1);
        return ref _values[trace][neuron];
    }

    /// <summary>A trace's value within an epoch.</summary>
    /// <param name="neuron">Neuron of this bank.</param>
    /// <param name="trace">Trace, from 0.</param>
    /// <param name="timestep">Timestep within the epoch, from 1.</param>
    /// <param name="epoch">An epoch that is not before the one that was asked for last.</param>
    public int Read(int neuron, int trace, int timestep, long epoch)
    {
        BringTo(neuron, epoch);
        return _timesteps == 1 ? _values[trace][neuron] : _history[trace][(neuron * _timesteps) + timestep - 1];
    }

    /// <summary>Brings the traces of all neurons to the end of an epoch of one timestep, and fills <see cref="Packed"/>.</summary>
    /// <param name="epoch">The epoch.</param>
    /// <param name="fired">Neurons that fired in it.</param>
    public void AdvanceAll(long epoch, ReadOnlySpan<int> fired)
    {
        if (_allAt < epoch - 1)
        {
            for (int neuron = 0; neuron < _epochs.Length; neuron++)
            {
                BringTo(neuron, epoch - 1);
            }
        }

        Array.Clear(_packed);
        for (int trace = 0; trace < _traces.Length; trace++)
        {
            Decay(trace, epoch);
            foreach (int neuron in fired)
            {
                ref int value = ref _values[trace][neuron];
                int next = Math.Min(Maximum, value + _traces[trace].Impulse);
                _packed[neuron] += (next - value) << (PackedTraces.Bits * trace);
                value = next;
            }
        }

        foreach (int neuron in fired)
        {
            _packed[neuron] |= PackedTraces.Fired;
        }

        _allAt = epoch;
    }

    /// <summary>Decays one trace of all neurons, and adds it to the packed words.</summary>
    private void Decay(int trace, long epoch)
    {
        // A trace has 7 bits, so the product with 32 bits of decay is taken in two halves of 16.
        uint decay = _traces[trace].Decay;
        Vector256<uint> upper = Vector256.Create(decay >> 16);
        Vector256<uint> lower = Vector256.Create(decay & ushort.MaxValue);
        ref int values = ref MemoryMarshal.GetArrayDataReference(_values[trace]);
        ref int packed = ref MemoryMarshal.GetArrayDataReference(_packed);
        ref uint keys = ref MemoryMarshal.GetArrayDataReference(_keys);
        for (int first = 0; first < _packed.Length; first += SynapseBatch.Lanes)
        {
            Vector256<uint> value = Vector256.LoadUnsafe(ref values, (nuint)first).AsUInt32();
            if (value == Vector256<uint>.Zero)
            {
                continue;
            }

            Vector256<uint> whole = ((value * upper) + ((value * lower) >>> 16)) >>> 16;
            Vector256<uint> fraction = value * Vector256.Create(decay);
            Vector256<uint> draws = _draws.Decay(_side, Vector256.LoadUnsafe(ref keys, (nuint)first) + Vector256.Create((uint)trace), epoch);
            Vector256<int> next = (whole - Vector256.LessThan(draws, fraction)).AsInt32();
            next.StoreUnsafe(ref values, (nuint)first);
            (Vector256.LoadUnsafe(ref packed, (nuint)first) + (next << (PackedTraces.Bits * trace))).StoreUnsafe(ref packed, (nuint)first);
        }
    }

    private void BringTo(int neuron, long epoch)
    {
        long from = Math.Max(_epochs[neuron], _allAt);
        if (from >= epoch)
        {
            return;
        }

        for (int trace = 0; trace < _traces.Length; trace++)
        {
            Advance(neuron, trace, from, epoch);
        }

        _epochs[neuron] = epoch;
    }

    /// <summary>Lets epochs without a spike pass until the trace is 0, and plays the last one in full.</summary>
    private void Advance(int neuron, int trace, long from, long epoch)
    {
        int value = _values[trace][neuron];
        long spikeEpoch = _spikeEpochs[neuron];
        for (long passed = from + 1; passed <= epoch; passed++)
        {
            if (value == 0 && spikeEpoch != passed)
            {
                // Nothing happens before the next spike, or ever.
                passed = spikeEpoch > passed && spikeEpoch <= epoch ? spikeEpoch : epoch;
            }

            value = Play(neuron, trace, value, passed, spikeEpoch == passed ? _spikeTimesteps[neuron] : 0);
        }

        _values[trace][neuron] = value;
    }

    private int Play(int neuron, int trace, int value, long epoch, int spikeTimestep)
    {
        TraceImage parameters = _traces[trace];
        uint draw = value == 0 && spikeTimestep == 0 ? 0 : _draws.Decay(_side, _keys[neuron] + (uint)trace, epoch);
        Span<byte> history = _timesteps == 1 ? [] : _history[trace].AsSpan(neuron * _timesteps, _timesteps);
        for (int timestep = 1; timestep <= _timesteps; timestep++)
        {
            ulong product = (ulong)(uint)value * parameters.Decay;
            value = (int)(product >> 32) + (draw < (uint)product ? 1 : 0);
            if (timestep == spikeTimestep)
            {
                value = Math.Min(Maximum, value + parameters.Impulse);
            }

            if (!history.IsEmpty)
            {
                history[timestep - 1] = (byte)value;
            }
        }

        return value;
    }
}
