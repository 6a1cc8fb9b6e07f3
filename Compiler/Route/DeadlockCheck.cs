namespace Ganglion.Compiler.Route;

/// <summary>Whether messages that hold one link while they wait for the next can wait for each other in a circle.</summary>
/// <remarks>They cannot when the graph of links and their successors has no cycle (Dally and Seitz 1987, doi:10.1109/TC.1987.1676939).</remarks>
internal sealed class DeadlockCheck
{
    private readonly Dictionary<(int From, int To), HashSet<(int From, int To)>> _next = [];

    /// <summary>Notes that some message goes from one tile over a second to a third.</summary>
    public void Add(int from, int over, int to)
    {
        if (!_next.TryGetValue((from, over), out HashSet<(int From, int To)>? next))
        {
            _next.Add((from, over), next = []);
        }

        next.Add((over, to));
    }

    /// <summary>A circle of tiles whose links wait for each other; <see langword="null"/> when there is none.</summary>
    public IReadOnlyList<int>? FindCycle()
    {
        HashSet<(int From, int To)> done = [];
        foreach ((int From, int To) start in _next.Keys.Order())
        {
            if (!done.Contains(start) && Search(start, done) is { } cycle)
            {
                return cycle;
            }
        }

        return null;
    }

    /// <summary>Depth first, without recursion: a mesh may have more links than a stack has room.</summary>
    private int[]? Search((int From, int To) start, HashSet<(int From, int To)> done)
    {
        List<(int From, int To)> path = [start];
        HashSet<(int From, int To)> onPath = [start];
        Stack<IEnumerator<(int From, int To)>> pending = new([Successors(start)]);
        while (pending.Count > 0)
        {
            if (!pending.Peek().MoveNext())
            {
                pending.Pop().Dispose();
                done.Add(path[^1]);
                onPath.Remove(path[^1]);
                path.RemoveAt(path.Count - 1);
                continue;
            }

            (int From, int To) link = pending.Peek().Current;
            if (onPath.Contains(link))
            {
                return [.. path.SkipWhile(other => other != link).Select(other => other.From)];
            }

            if (!done.Contains(link))
            {
                path.Add(link);
                onPath.Add(link);
                pending.Push(Successors(link));
            }
        }

        return null;
    }

    private IEnumerator<(int From, int To)> Successors((int From, int To) link) =>
        (_next.TryGetValue(link, out HashSet<(int From, int To)>? next) ? next.Order() : Enumerable.Empty<(int From, int To)>()).GetEnumerator();
}
