using Ganglion.ChipSpec.Identifiers;
using Ganglion.ChipSpec.Spec;
using Ganglion.Compiler.Partition;

namespace Ganglion.Compiler.Mappings;

/// <summary>The neurons whose cores are decided, and the cores that are left alone.</summary>
/// <param name="Parts">One part per core with decided neurons, ascending by core.</param>
/// <param name="Forbidden">Cores that are left alone.</param>
/// <param name="IsDecided">Whether the core of a logical neuron is decided.</param>
internal sealed record FixedPlaces(IReadOnlyList<CorePart> Parts, IReadOnlySet<CoreId> Forbidden, bool[] IsDecided)
{
    /// <summary>Whether the compiler chooses the core of any of these logical neurons.</summary>
    public bool LeavesAny(int first, int count) => IsDecided.AsSpan(first, count).Contains(false);

    /// <summary>Cores of a mesh that may be used; <see langword="null"/> when unlimited.</summary>
    public int? Available(Mesh mesh) => mesh.Cores - Forbidden.Count;
}
