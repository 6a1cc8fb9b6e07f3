using Ganglion.ChipSpec.Image;
using Ganglion.Cores.State;

namespace Ganglion.Cores.Xylo;

/// <summary>Synapse rows of a Xylo core, and the spikes that wait for the next timestep.</summary>
/// <remarks>
/// Every spike adds its weights to 16-bit synapse states that saturate at each addition, so the order counts: axons in ascending order,
/// the input channels before the neurons. Spikes are counted as they come and added in that order when their timestep begins. The
/// receptor of a synapse word is the synapse state.
/// </remarks>
internal sealed class XyloSynapses
{
    /// <summary>Spikes of an input channel that count in one timestep.</summary>
    private const int LargestInput = 15;

    private readonly int[] _first;
    private readonly int[] _accumulator;
    private readonly short[] _weight;
    private readonly bool[] _repeats;
    private readonly int[] _spikes;
    private readonly bool[] _received;
    private readonly int[] _sums;
    private readonly int _inputAxons;
    private bool _hasSums;

    /// <summary>Reads the rows of a core.</summary>
    /// <param name="memory">Synapse memory, checked.</param>
    /// <param name="inputAxons">Axons below this are input channels.</param>
    public XyloSynapses(SynapseMemory memory, int inputAxons)
    {
        _inputAxons = inputAxons;
        int axons = memory.Rows.Length;
        _first = new int[axons + 1];
        _repeats = new bool[axons];
        for (int axon = 0; axon < axons; axon++)
        {
            _first[axon + 1] = checked(_first[axon] + memory.Rows[axon].Length);
        }

        _accumulator = new int[_first[^1]];
        _weight = new short[_first[^1]];
        for (int axon = 0; axon < axons; axon++)
        {
            ReadRow(memory, axon);
        }

        _spikes = new int[axons];
        Stride = memory.SlotStride;
        _received = new bool[memory.SlotStride * XyloCore.SynapseStates];
        _sums = new int[_received.Length];
    }

    /// <summary>Accumulators from one synapse state to the next.</summary>
    public int Stride { get; }

    /// <summary>Notes a spike for the next timestep.</summary>
    public void Add(in AxonEvent axonEvent)
    {
        int most = axonEvent.Axon < _inputAxons ? LargestInput : XyloCore.LargestSpikes;
        ref int spikes = ref _spikes[axonEvent.Axon];
        spikes = Math.Min(spikes + Math.Clamp(axonEvent.Payload, 0, most), most);
        _hasSums = false;
    }

    /// <summary>Adds the rows of all noted spikes to the synapse states, and forgets the spikes.</summary>
    /// <param name="states">The synapse states, one array per slot.</param>
    /// <param name="counters">Counts synaptic events and the states that received any.</param>
    public void Apply(ReadOnlySpan<int[]> states, ref CoreCounters counters)
    {
        for (int axon = Next(0); axon >= 0; axon = Next(axon + 1))
        {
            int spikes = _spikes[axon];
            _spikes[axon] = 0;

            // Equal additions one after the other move in one direction and stay at the limit: one saturating addition of their sum.
            // Only where a row reaches a state twice do others come in between.
            int rounds = _repeats[axon] ? spikes : 1;
            for (int round = 0; round < rounds; round++)
            {
                AddRow(axon, spikes / rounds, states);
            }

            counters.SynapticEventsSparse += (long)spikes * (_first[axon + 1] - _first[axon]);
        }

        int updates = _received.AsSpan().Count(true);
        counters.DendriteUpdates += updates;
        if (updates > 0)
        {
            Array.Clear(_received);
            _hasSums = false;
        }
    }

    /// <summary>Sum of the weights that noted spikes will add to a synapse state.</summary>
    public int Pending(int accumulator)
    {
        if (!_hasSums)
        {
            Array.Clear(_sums);
            for (int axon = Next(0); axon >= 0; axon = Next(axon + 1))
            {
                for (int i = _first[axon]; i < _first[axon + 1]; i++)
                {
                    _sums[_accumulator[i]] += _spikes[axon] * _weight[i];
                }
            }

            _hasSums = true;
        }

        return _sums[accumulator];
    }

    /// <summary>Shows the noted spikes.</summary>
    /// <param name="visitor">Notes them or puts them back.</param>
    public void Visit(IStateVisitor visitor)
    {
        visitor.Visit("spikes of axons", _spikes.AsSpan(), 0, XyloCore.LargestSpikes);
        _hasSums = false;
    }

    /// <summary>Forgets all noted spikes.</summary>
    public void Clear()
    {
        Array.Clear(_spikes);
        _hasSums = false;
    }

    private void AddRow(int axon, int spikes, ReadOnlySpan<int[]> states)
    {
        for (int i = _first[axon]; i < _first[axon + 1]; i++)
        {
            int accumulator = _accumulator[i];
            ref int state = ref states[accumulator / Stride][accumulator & (Stride - 1)];
            state = Math.Clamp(state + (spikes * _weight[i]), short.MinValue, short.MaxValue);
            _received[accumulator] = true;
        }
    }

    private int Next(int axon)
    {
        int ahead = _spikes.AsSpan(axon).IndexOfAnyExcept(0);
        return ahead < 0 ? -1 : axon + ahead;
    }

    private void ReadRow(SynapseMemory memory, int axon)
    {
        SynapseRow row = memory.Rows[axon];
        int mask = (memory.SlotStride * memory.DelaySlots) - 1;
        var reached = new HashSet<int>();
        for (int i = 0; i < row.Length; i++)
        {
            uint word = row.Form == RowForm.Dense ? (uint)(ushort)memory.Dense[row.Start + i] << 16 | (uint)i : memory.Words[row.Start + i];
            int accumulator = (row.Offset + (ushort)word) & mask;
            _accumulator[_first[axon] + i] = accumulator;
            _weight[_first[axon] + i] = (short)(word >> 16);
            _repeats[axon] |= !reached.Add(accumulator);
        }
    }
}
