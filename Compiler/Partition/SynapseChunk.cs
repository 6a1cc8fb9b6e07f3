namespace Ganglion.Compiler.Partition;

/// <summary>The synapses of one projection from one source neuron to one core, read in ascending order of target.</summary>
internal struct SynapseChunk
{
    private int _last;
    private bool _hasGaps;

    /// <summary>Number of synapses.</summary>
    public int Count { get; private set; }

    /// <summary>Whether the synapses cover a contiguous run of compartments, each once.</summary>
    public readonly bool IsContiguous => !_hasGaps;

    /// <summary>Takes the next synapse.</summary>
    public void Add(int compartment)
    {
        _hasGaps |= Count > 0 && compartment != _last + 1;
        _last = compartment;
        Count++;
    }
}
