using System.Runtime.InteropServices;

namespace Ganglion.ChipSpec.Image;

/// <summary>Where the synapses of one axon in stand.</summary>
/// <param name="Start">Index of the first word of <see cref="SynapseMemory.Words"/> (sparse, shared) or weight of <see cref="SynapseMemory.Dense"/>.</param>
/// <param name="Length">Number of synapses.</param>
/// <param name="Offset">
/// Added to the lower half of every word (shared), or accumulator of the first weight relative to the current delay slot (dense);
/// 0 for sparse rows.
/// </param>
/// <param name="Form">Storage form.</param>
/// <param name="Encoding">How the chip would hold the row; selects the price of its synaptic events.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SynapseRow(int Start, int Length, int Offset, RowForm Form, RowForm Encoding);
