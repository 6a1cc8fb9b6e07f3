using Ganglion.ChipSpec.Identifiers;
using Ganglion.ChipSpec.Randomness;
using Ganglion.ChipSpec.Spec;
using Ganglion.Compiler.Mappings;
using Ganglion.Compiler.Partition;

namespace Ganglion.Compiler.Place;

/// <summary>Fourth pass: gives every part a free core, beside those that the user pinned.</summary>
internal static class Placer
{
    /// <summary>Places the parts in ascending order of cores, or at random when a seed is given.</summary>
    public static Placement Place(Partitioning parts, CompilerOptions options) =>
        new(parts.Integers, Place(parts.Parts, parts.Integers.Chip.Mesh, parts.Integers.Decided, options));

    /// <summary>Places parts on a mesh.</summary>
    /// <returns>The parts, ascending by core.</returns>
    public static IReadOnlyList<PlacedCore> Place(IReadOnlyList<CorePart> parts, Mesh mesh, FixedPlaces decided, CompilerOptions options)
    {
        HashSet<CoreId> taken = [.. decided.Forbidden, .. decided.Parts.Select(p => p.PinnedCore!.Value)];
        CorePart[] unpinned = [.. parts.Where(p => p.PinnedCore is null)];
        CoreId[] free = FreeCores(mesh, taken, unpinned.Length, options.PlacementSeed);
        List<PlacedCore> cores =
        [
            .. parts.Where(p => p.PinnedCore is not null).Select(p => new PlacedCore(p.PinnedCore!.Value, p)),
            .. unpinned.Select((part, i) => new PlacedCore(free[i], part)),
        ];
        cores.Sort((a, b) => a.Core.CompareTo(b.Core));
        return cores;
    }

    private static CoreId[] FreeCores(Mesh mesh, HashSet<CoreId> taken, int count, ulong? seed)
    {
        IEnumerable<CoreId> free = Enumerable.Range(0, int.MaxValue).Select(core => new CoreId(core)).Where(core => !taken.Contains(core));
        if (seed is not { } value)
        {
            return [.. free.Take(count)];
        }

        // A mesh without end is used as densely as the parts allow.
        int available = mesh.Cores is { } cores ? cores - taken.Count : count;
        var random = new CounterRandom(value, RandomPurpose.Placement);
        return [.. free.Take(available).OrderBy(core => random.Draw((ulong)core.Value)).Take(count)];
    }
}
