using Ganglion.Cores.State;

namespace Ganglion.Cores.Odin;

/// <summary>The queue of events that wait for the neurons: first in, first out, 32 entries; what arrives when it is full is lost.</summary>
/// <remarks>
/// An entry is 13 bits: the virtual synapse (weight, inhibitory, time reference) above the neuron; 0 there means that the neuron fired.
/// An entry keeps its place until it has been handled, so that its own effects find at most 31 free.
/// </remarks>
internal sealed class SpikeQueue
{
    /// <summary>Entries of the scheduler's memory.</summary>
    public const int Capacity = 32;

    private const int NeuronBits = 8;
    private const int SynapseBits = 5;

    private readonly int[] _entries = new int[Capacity];
    private int _first;

    /// <summary>Entries that wait.</summary>
    public int Count { get; private set; }

    /// <summary>Whether a further entry would be lost.</summary>
    public bool IsFull => Count == Capacity;

    /// <summary>The entry that is next.</summary>
    public int Head => _entries[_first];

    /// <summary>Entry by place, 0 for the next.</summary>
    /// <param name="place">Place, below <see cref="Count"/>.</param>
    public int this[int place] => _entries[(_first + place) % Capacity];

    /// <summary>Puts an entry at the end, unless the queue is full.</summary>
    /// <param name="entry">13 bits.</param>
    public void Push(int entry)
    {
        if (!IsFull)
        {
            _entries[(_first + Count++) % Capacity] = entry;
        }
    }

    /// <summary>Removes the entry that was next.</summary>
    public void Pop()
    {
        _first = (_first + 1) % Capacity;
        Count--;
    }

    /// <summary>Shows the entries that wait.</summary>
    /// <param name="visitor">Notes them or puts them back.</param>
    /// <param name="neurons">Neurons of the core.</param>
    public void Visit(IStateVisitor visitor, int neurons)
    {
        Span<int> ofNeurons = stackalloc int[Capacity];
        Span<int> ofSynapses = stackalloc int[Capacity];
        for (int place = 0; place < Count; place++)
        {
            ofNeurons[place] = this[place] & ((1 << NeuronBits) - 1);
            ofSynapses[place] = this[place] >> NeuronBits;
        }

        int count = visitor.Visit("queue length", Count, 0, Capacity);
        visitor.Visit("queue, neurons", ofNeurons, 0, neurons - 1);
        visitor.Visit("queue, synapses", ofSynapses, 0, (1 << SynapseBits) - 1);
        Clear();
        for (int place = 0; place < count; place++)
        {
            Push(ofSynapses[place] << NeuronBits | ofNeurons[place]);
        }
    }

    /// <summary>Forgets all entries.</summary>
    public void Clear() => Count = 0;
}
