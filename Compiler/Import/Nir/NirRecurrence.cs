namespace Ganglion.Compiler.Import.Nir;

/// <summary>Finds the connections that close cycles, and an order in which populations follow those that feed them.</summary>
internal static class NirRecurrence
{
    /// <summary>Searches depth first from the inputs, in the order of names, so that the order of edges in the file does not matter.</summary>
    /// <param name="names">Names of the nodes.</param>
    /// <param name="populations">The nodes that are populations, inputs first.</param>
    /// <param name="edges">Pairs of populations that are connected without delay.</param>
    /// <returns>The pairs that close a cycle, and the populations in order.</returns>
    public static (HashSet<(int Source, int Target)> Closing, List<int> Order) Resolve(
        IReadOnlyList<string> names, IReadOnlyList<int> populations, IEnumerable<(int Source, int Target)> edges)
    {
        ILookup<int, int> next = edges.Distinct().OrderBy(e => names[e.Target], StringComparer.Ordinal).ToLookup(e => e.Source, e => e.Target);
        var closing = new HashSet<(int, int)>();
        var finished = new List<int>();
        var visited = new HashSet<int>();
        var onPath = new HashSet<int>();

        foreach (int root in populations.Where(visited.Add))
        {
            var path = new Stack<(int Population, IEnumerator<int> Next)>();
            path.Push((root, next[root].GetEnumerator()));
            onPath.Add(root);
            while (path.TryPeek(out (int Population, IEnumerator<int> Next) top))
            {
                if (!top.Next.MoveNext())
                {
                    finished.Add(top.Population);
                    onPath.Remove(top.Population);
                    path.Pop();
                    continue;
                }

                int target = top.Next.Current;
                if (onPath.Contains(target))
                {
                    closing.Add((top.Population, target));
                }
                else if (visited.Add(target))
                {
                    onPath.Add(target);
                    path.Push((target, next[target].GetEnumerator()));
                }
            }
        }

        finished.Reverse();
        return (closing, finished);
    }
}
