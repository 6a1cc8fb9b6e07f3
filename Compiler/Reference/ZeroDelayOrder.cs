using Ganglion.ChipSpec.Diagnostics;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Reference;

/// <summary>The order in which populations are visited in a timestep, so that spikes with a delay of 0 act within it.</summary>
internal static class ZeroDelayOrder
{
    /// <summary>Sorts the populations: sources of a delay of 0 before their targets, otherwise in the order of description.</summary>
    public static int[] Sort(Network network, SynapseTable[][] outgoing)
    {
        int count = network.Populations.Count;
        var waiting = new int[count];
        foreach (SynapseTable table in outgoing.SelectMany(tables => tables).Where(table => table.MinimumDelay == 0))
        {
            waiting[table.Target]++;
        }

        var ready = new PriorityQueue<int, int>();
        for (int p = 0; p < count; p++)
        {
            if (waiting[p] == 0)
            {
                ready.Enqueue(p, p);
            }
        }

        var order = new List<int>(count);
        while (ready.TryDequeue(out int p, out _))
        {
            order.Add(p);
            foreach (SynapseTable table in outgoing[p].Where(table => table.MinimumDelay == 0))
            {
                if (--waiting[table.Target] == 0)
                {
                    ready.Enqueue(table.Target, table.Target);
                }
            }
        }

        return order.Count == count ? [.. order] : throw Cycle(network, waiting);
    }

    private static InvalidInputException Cycle(Network network, int[] waiting)
    {
        IEnumerable<string> stuck = network.Populations.Where((_, p) => waiting[p] > 0).Select(p => $"'{p.Name}'");
        return new InvalidInputException(
            NetworkDiagnostics.ZeroDelayLoop,
            new SourceLocation(Path: $"network '{network.Name}'"),
            $"a cycle of projections with delay 0 among, or before, {string.Join(", ", stuck)}",
            "a delay of at least 1 somewhere in every cycle",
            "give one of these projections a delay of 1");
    }
}
