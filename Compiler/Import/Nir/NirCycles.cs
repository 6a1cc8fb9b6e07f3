namespace Ganglion.Compiler.Import.Nir;

/// <summary>Finds the nodes that lie on cycles.</summary>
internal static class NirCycles
{
    /// <summary>The nodes from which an edge leads back to them, directly or over other nodes.</summary>
    /// <remarks>Tarjan's strongly connected components, without recursion because chains may be deeper than the call stack.</remarks>
    public static IReadOnlySet<int> Find(NirGraph graph)
    {
        ILookup<int, int> next = graph.Edges.ToLookup(e => e.Source, e => e.Target);
        HashSet<int> result = [.. graph.Edges.Where(e => e.Source == e.Target).Select(e => e.Source)];
        var index = new Dictionary<int, int>();
        var low = new Dictionary<int, int>();
        var component = new Stack<int>();
        var open = new HashSet<int>();
        var path = new Stack<(int Node, IEnumerator<int> Next)>();

        void Enter(int node)
        {
            low[node] = index[node] = index.Count;
            component.Push(node);
            open.Add(node);
            path.Push((node, next[node].GetEnumerator()));
        }

        foreach (int root in Enumerable.Range(0, graph.Nodes.Count))
        {
            if (!index.ContainsKey(root))
            {
                Enter(root);
            }

            while (path.TryPeek(out (int Node, IEnumerator<int> Next) top))
            {
                if (top.Next.MoveNext())
                {
                    int target = top.Next.Current;
                    if (!index.TryGetValue(target, out int seen))
                    {
                        Enter(target);
                    }
                    else if (open.Contains(target))
                    {
                        low[top.Node] = Math.Min(low[top.Node], seen);
                    }

                    continue;
                }

                path.Pop();
                if (path.TryPeek(out (int Node, IEnumerator<int> Next) parent))
                {
                    low[parent.Node] = Math.Min(low[parent.Node], low[top.Node]);
                }

                if (low[top.Node] == index[top.Node])
                {
                    Close(top.Node, component, open, result);
                }
            }
        }

        return result;
    }

    private static void Close(int root, Stack<int> component, HashSet<int> open, HashSet<int> result)
    {
        var members = new List<int>();
        int member;
        do
        {
            member = component.Pop();
            open.Remove(member);
            members.Add(member);
        }
        while (member != root);

        if (members.Count > 1)
        {
            result.UnionWith(members);
        }
    }
}
