using System.Numerics;
using Ganglion.ChipSpec.Randomness;
using Ganglion.Cores.Neurons;

namespace Ganglion.Cores.TrueNorth;

/// <summary>Synapses that act at random: a spike adds sgn(s) with probability (|s| + 1)/256 and else nothing.</summary>
/// <remarks>
/// A draw is keyed by the logical target neuron and by the rank of the axon among those that reach it. Axons are numbered by logical
/// source, so the rank is the same wherever the neuron is placed.
/// </remarks>
internal sealed class StochasticSynapses
{
    private const int RankBits = 16;

    private readonly Crossbar _crossbar;
    private readonly int[] _stochasticTypes;
    private readonly int[] _logicalId;
    private readonly int[][] _weights;
    private readonly ulong[] _axonsOf;
    private readonly int _words;
    private readonly int _compartments;
    private readonly int _allTypes;

    /// <summary>Notes which compartments take which types at random.</summary>
    public StochasticSynapses(Crossbar crossbar, CompartmentTable table, int[][] weights)
    {
        _crossbar = crossbar;
        _weights = weights;
        _stochasticTypes = table["stochasticTypes"];
        _logicalId = table["logicalId"];
        _compartments = table.Compartments;
        _words = (crossbar.Axons + 63) / 64;
        foreach (int types in _stochasticTypes)
        {
            _allTypes |= types;
        }

        _axonsOf = IsEmpty ? [] : Transpose();
    }

    /// <summary>Whether no compartment takes any type at random.</summary>
    public bool IsEmpty => _allTypes == 0;

    /// <summary>Whether any compartment takes a type at random.</summary>
    public bool Has(int type) => (_allTypes >> type & 1) != 0;

    /// <summary>Adds the row of an axon whose type some compartments take at random.</summary>
    public void Add(int axon, ulong seed, long timestep, int[] sums)
    {
        int type = _crossbar.Type(axon);
        int[] weights = _weights[type];
        var random = new CounterRandom(seed, RandomPurpose.Synapse);
        for (int target = 0; target < _compartments; target++)
        {
            if (_crossbar.IsConnected(axon, target))
            {
                bool isRandom = (_stochasticTypes[target] >> type & 1) != 0;
                sums[target] += isRandom
                    ? StochasticCompartments.Sign(weights[target], random.Draw(((ulong)_logicalId[target] << RankBits) | (uint)Rank(axon, target), timestep))
                    : weights[target];
            }
        }
    }

    private int Rank(int axon, int target)
    {
        ReadOnlySpan<ulong> axons = _axonsOf.AsSpan(target * _words, _words);
        int rank = AxonScheduler.Count(axons[..(axon >> 6)]);
        return rank + BitOperations.PopCount(axons[axon >> 6] & ((1UL << (axon & 63)) - 1));
    }

    private ulong[] Transpose()
    {
        ulong[] axonsOf = new ulong[_compartments * _words];
        for (int axon = 0; axon < _crossbar.Axons; axon++)
        {
            for (int target = 0; target < _compartments; target++)
            {
                if (_crossbar.IsConnected(axon, target))
                {
                    axonsOf[(target * _words) + (axon >> 6)] |= 1UL << (axon & 63);
                }
            }
        }

        return axonsOf;
    }
}
