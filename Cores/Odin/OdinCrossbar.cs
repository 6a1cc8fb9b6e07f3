using System.Numerics;
using System.Runtime.Intrinsics;
using Ganglion.Cores.Neurons;

namespace Ganglion.Cores.Odin;

/// <summary>Neurons and synapses of a core, and what events do to them.</summary>
/// <remarks>A neuron that fires is noted in <see cref="Spikes"/> and, in a closed loop, joins the queue.</remarks>
internal sealed class OdinCrossbar
{
    private readonly OdinNeurons _neurons;
    private readonly OdinSynapses _synapses;
    private readonly SpikeQueue _queue;
    private readonly int[] _inhibitory;
    private readonly int[] _disabled;
    private readonly bool _openLoop;
    private readonly bool[] _touched;

    public OdinCrossbar(CompartmentTable table, SpikeQueue queue)
    {
        _neurons = new OdinNeurons(table);
        _synapses = new OdinSynapses(table, table["updateUnmapped"][0] != 0, table["propagateUnmapped"][0] != 0);
        _queue = queue;
        _inhibitory = table["inhibitory"];
        _disabled = table["disabled"];
        _openLoop = table["openLoop"][0] != 0;
        _touched = new bool[table.Compartments];
        Spikes = new int[table.PaddedCompartments];
    }

    /// <summary>Neurons that fired since <see cref="Begin"/>, in their order; only the first <see cref="SpikeCount"/> count.</summary>
    public int[] Spikes { get; private set; }

    /// <summary>Number of spikes since <see cref="Begin"/>.</summary>
    public int SpikeCount { get; private set; }

    /// <summary>Neurons that a synapse reached or a leak changed since <see cref="Begin"/>.</summary>
    public int Touched => _touched.AsSpan().Count(true);

    /// <summary>Begins a timestep.</summary>
    public void Begin()
    {
        SpikeCount = 0;
        Array.Clear(_touched);
    }

    /// <summary>A spike of a source acts on all neurons, eight at a time: what <see cref="Transmit"/> does for each of them.</summary>
    public void Visit(int source)
    {
        bool inhibitory = _inhibitory[source] != 0;
        OdinCalcium calcium = _neurons.Calcium;
        Array.Fill(_touched, true);
        for (int first = 0; first < _touched.Length; first += CompartmentTable.Lanes)
        {
            Vector256<int> weights = _synapses.Weights(source, first);
            if (calcium.IsUsed)
            {
                _synapses.LearnEight(source, first, calcium.Up(first), calcium.Down(first));
            }

            TellEight(first, _neurons.StimulateEight(first, weights, inhibitory));
        }
    }

    /// <summary>One synapse acts with the weight from before it learns.</summary>
    public void Transmit(int source, int target, bool learns)
    {
        int weight = _synapses.Weight(source, target);
        if (learns)
        {
            _synapses.Learn(source, target, _neurons.Calcium.IsUp(target), _neurons.Calcium.IsDown(target));
        }

        Stimulate(target, weight, _inhibitory[source] != 0);
    }

    /// <summary>A weight reaches a neuron.</summary>
    public void Stimulate(int neuron, int weight, bool inhibitory)
    {
        _touched[neuron] = true;
        Tell(neuron, _neurons.Stimulate(neuron, weight, inhibitory));
    }

    /// <summary>A neuron gets a time reference.</summary>
    public void Leak(int neuron)
    {
        _touched[neuron] |= _neurons.IsLeaking(neuron);
        Tell(neuron, _neurons.Leak(neuron));
    }

    /// <summary>All neurons get a time reference, eight at a time: what <see cref="Leak"/> does for each of them.</summary>
    public void LeakAll()
    {
        for (int neuron = 0; neuron < _touched.Length; neuron++)
        {
            _touched[neuron] |= _neurons.IsLeaking(neuron);
        }

        for (int first = 0; first < _touched.Length; first += CompartmentTable.Lanes)
        {
            TellEight(first, _neurons.LeakEight(first));
        }
    }

    /// <summary>Whether a time reference would change anything.</summary>
    public bool IsLeaking()
    {
        int neuron = 0;
        while (neuron < _touched.Length && !_neurons.IsLeaking(neuron))
        {
            neuron++;
        }

        return neuron < _touched.Length;
    }

    /// <summary>Moves the weights of a source away from the middle.</summary>
    public void Separate(int source)
    {
        for (int target = 0; target < _touched.Length; target++)
        {
            _synapses.Separate(source, target);
        }
    }

    /// <summary>Whether a source has a synapse onto a neuron, with a weight or mapped.</summary>
    public bool Joins(int source, int target) => _synapses.Read(source, target) != 0;

    private void TellEight(int first, Vector256<int> fired)
    {
        for (uint bits = fired.ExtractMostSignificantBits(); bits != 0; bits &= bits - 1)
        {
            Tell(first + BitOperations.TrailingZeroCount(bits), fired: true);
        }
    }

    private void Tell(int neuron, bool fired)
    {
        if (!fired || _disabled[neuron] != 0)
        {
            return;
        }

        if (SpikeCount == Spikes.Length)
        {
            int[] longer = new int[SpikeCount * 2];
            Spikes.CopyTo(longer, 0);
            Spikes = longer;
        }

        Spikes[SpikeCount++] = neuron;
        if (!_openLoop)
        {
            _queue.Push(neuron);
        }
    }
}
