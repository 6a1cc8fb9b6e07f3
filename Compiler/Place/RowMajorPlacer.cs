using Ganglion.ChipSpec.Identifiers;
using Ganglion.Compiler.Partition;

namespace Ganglion.Compiler.Place;

/// <summary>Fourth pass: parts take the free cores in ascending order, beside those that the user pinned.</summary>
internal static class RowMajorPlacer
{
    /// <summary>Gives every part a core.</summary>
    public static Placement Place(Partitioning parts)
    {
        HashSet<CoreId> taken = [.. parts.Parts.Where(p => p.PinnedCore is not null).Select(p => p.PinnedCore!.Value)];
        List<PlacedCore> cores = [];
        int next = 0;
        foreach (CorePart part in parts.Parts)
        {
            CoreId core = part.PinnedCore ?? NextFree();
            cores.Add(new PlacedCore(core, part));
        }

        cores.Sort((a, b) => a.Core.CompareTo(b.Core));
        return new Placement(parts.Integers, cores);

        CoreId NextFree()
        {
            while (taken.Contains(new CoreId(next)))
            {
                next++;
            }

            return new CoreId(next++);
        }
    }
}
