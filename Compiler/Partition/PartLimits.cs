namespace Ganglion.Compiler.Partition;

/// <summary>What a part may hold so that it fits a core.</summary>
/// <param name="Compartments">Compartments, by class of vertices.</param>
/// <param name="InAxons">Incoming axons.</param>
/// <param name="OutAxons">Outgoing axons.</param>
/// <param name="Bits">Synapse memory, in bits.</param>
/// <param name="ListBits">Synapse memory that every incoming axon adds, in bits: headers, and what rounding to words costs on average.</param>
internal sealed record PartLimits(int[] Compartments, long InAxons, long OutAxons, long Bits, int ListBits);
