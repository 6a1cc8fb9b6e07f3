using Ganglion.Compiler.Partition;

namespace Ganglion.Compiler.Place;

/// <summary>Neurons on random parts, and parts on random cores: what any method must beat.</summary>
internal static class RandomMapping
{
    // Where this many parts have no room for a neuron, the rest is asked in order.
    private const int TriesAtRandom = 16;

    /// <summary>Draws a mapping.</summary>
    /// <returns>A mapping that fits; <see langword="null"/> where neurons are left over.</returns>
    public static Mapping? Draw(SpikeGraph graph, PartLimits limits, CoreGrid grid, int[] pinned, ulong seed)
    {
        MappingDraws draws = new(seed, 0);
        Assignment assignment = new(graph, limits, pinned.Length);
        foreach (int vertex in draws.Permutation(graph.Vertices))
        {
            if (!(graph.Pinned[vertex] >= 0 ? Insert(assignment, vertex, graph.Pinned[vertex]) : Insert(assignment, vertex, draws)))
            {
                return null;
            }
        }

        int[] place = Place(grid, pinned, draws);
        return new Mapping(assignment.Part, place, MappingCost.Of(PartTraffic.Of(assignment), grid, place));
    }

    private static bool Insert(Assignment assignment, int vertex, MappingDraws draws)
    {
        for (int i = 0; i < TriesAtRandom; i++)
        {
            if (Insert(assignment, vertex, draws.Below(assignment.Parts)))
            {
                return true;
            }
        }

        for (int part = 0; part < assignment.Parts; part++)
        {
            if (Insert(assignment, vertex, part))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Insert(Assignment assignment, int vertex, int part)
    {
        if (!assignment.IsEmpty(part) && assignment.Class[part] != assignment.Graph.Class[vertex])
        {
            return false;
        }

        assignment.Insert(vertex, part);
        if (!assignment.IsOverfull(part) && assignment.SourcesFit(vertex))
        {
            return true;
        }

        assignment.Remove(vertex);
        return false;
    }

    private static int[] Place(CoreGrid grid, int[] pinned, MappingDraws draws)
    {
        HashSet<int> taken = [.. pinned.Where(core => core >= 0)];
        int next = 0;
        int[] free = [.. draws.Permutation(grid.Core.Length).Where(core => !taken.Contains(core))];
        return [.. pinned.Select(core => core >= 0 ? core : free[next++])];
    }
}
