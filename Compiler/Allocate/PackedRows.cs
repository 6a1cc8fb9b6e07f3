using Ganglion.ChipSpec.Image;

namespace Ganglion.Compiler.Allocate;

/// <summary>The synapse memory of a core.</summary>
/// <param name="Memory">Rows in the layout of the emulator.</param>
/// <param name="ListBits">What the chip would need for them, in bits.</param>
internal sealed record PackedRows(SynapseMemory Memory, long ListBits);
