using Ganglion.ChipSpec.Identifiers;
using Ganglion.Compiler.Partition;

namespace Ganglion.Compiler.Place;

/// <summary>A part of the network on its core.</summary>
/// <param name="Core">Physical core.</param>
/// <param name="Part">Its neurons.</param>
internal sealed record PlacedCore(CoreId Core, CorePart Part);
