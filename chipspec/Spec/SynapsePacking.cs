namespace Ganglion.ChipSpec.Spec;

/// <summary>Packing of a synapse list: blocks with a header, each rounded up to whole words.</summary>
public sealed record SynapsePacking
{
    /// <summary>Memory word, in bits; every block is rounded up to it.</summary>
    public required int WordBits { get; init; }

    /// <summary>Header of a block, in bits.</summary>
    public required int HeaderBits { get; init; }

    /// <summary>Synapses that one block holds at most.</summary>
    public required int BlockSynapses { get; init; }

    /// <summary>Widths that a target index can be stored with, in bits, ascending; 0 stands for a dense block without index.</summary>
    public required IReadOnlyList<int> IndexBits { get; init; }

    /// <summary>Width of a delay field where one is needed, at most, in bits.</summary>
    public required int DelayBits { get; init; }

    /// <summary>Whether several axons may share one synapse list (as convolutions do).</summary>
    public required bool SharedLists { get; init; }
}
