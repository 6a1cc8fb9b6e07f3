namespace Ganglion.Compiler.Networks.Checking;

/// <summary>Finds loops of projections through which a spike could act on itself within its own timestep.</summary>
internal static class ZeroDelayLoop
{
    /// <summary>The projections of one loop in order, or <see langword="null"/> when there is none.</summary>
    public static IReadOnlyList<Located<Projection>>? Find(IEnumerable<Located<Projection>> projections)
    {
        var outgoing = projections.Where(p => p.Value.Connectivity.Delays.Min == 0)
            .GroupBy(p => p.Value.Source, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
        var finished = new HashSet<string>(StringComparer.Ordinal);
        foreach (string start in outgoing.Keys)
        {
            if (Search(start, outgoing, finished) is { } loop)
            {
                return loop;
            }
        }

        return null;
    }

    // Depth first, with the path kept by hand: networks may be deeper than the call stack.
    private static List<Located<Projection>>? Search(
        string start, Dictionary<string, Located<Projection>[]> outgoing, HashSet<string> finished)
    {
        var path = new List<(string Population, int Next)> { (start, 0) };
        var onPath = new Dictionary<string, int>(StringComparer.Ordinal) { [start] = 0 };
        while (path.Count > 0)
        {
            (string population, int next) = path[^1];
            if (finished.Contains(population) || !outgoing.TryGetValue(population, out Located<Projection>[]? edges) || next == edges.Length)
            {
                finished.Add(population);
                onPath.Remove(population);
                path.RemoveAt(path.Count - 1);
                continue;
            }

            path[^1] = (population, next + 1);
            string target = edges[next].Value.Target;
            if (onPath.TryGetValue(target, out int first))
            {
                return [.. path.Skip(first).Select(step => outgoing[step.Population][step.Next - 1])];
            }

            onPath[target] = path.Count;
            path.Add((target, 0));
        }

        return null;
    }
}
