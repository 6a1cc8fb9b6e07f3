namespace Ganglion.Compiler.Place;

/// <summary>A first placement that grows: the part that talks most to the placed ones goes where its messages travel least.</summary>
internal static class GreedyPlacement
{
    /// <summary>Places parts beside those that have places already.</summary>
    /// <param name="grid">The cores.</param>
    /// <param name="both">Messages between parts in either direction.</param>
    /// <param name="free">Parts to place.</param>
    /// <param name="cores">Free cores, by index; at least as many.</param>
    /// <param name="place">Index of each part's core; receives those of the free parts.</param>
    public static void Place(CoreGrid grid, PartTraffic both, int[] free, int[] cores, int[] place)
    {
        double[] attraction = new double[both.Parts];
        bool[] isWaiting = new bool[both.Parts];
        foreach (int part in free)
        {
            isWaiting[part] = true;
        }

        for (int part = 0; part < both.Parts; part++)
        {
            if (!isWaiting[part])
            {
                Attract(both, part, attraction);
            }
        }

        List<int> waiting = [.. free];
        List<int> open = [.. cores];
        while (waiting.Count > 0)
        {
            int part = waiting.MaxBy(p => attraction[p] > 0 ? attraction[p] : -1.0 / (1 + both.Start[p + 1] - both.Start[p]));
            int core = open.MinBy(c => (Ways(grid, both, part, c, isWaiting, place), grid.X[c] + grid.Y[c]));
            place[part] = core;
            isWaiting[part] = false;
            waiting.Remove(part);
            open.Remove(core);
            Attract(both, part, attraction);
        }
    }

    private static void Attract(PartTraffic both, int part, double[] attraction)
    {
        for (int i = both.Start[part]; i < both.Start[part + 1]; i++)
        {
            attraction[both.Receiver[i]] += both.Messages[i];
        }
    }

    private static double Ways(CoreGrid grid, PartTraffic both, int part, int core, bool[] isWaiting, int[] place)
    {
        double sum = 0;
        for (int i = both.Start[part]; i < both.Start[part + 1]; i++)
        {
            if (!isWaiting[both.Receiver[i]])
            {
                sum += both.Messages[i] * grid.Hops(core, place[both.Receiver[i]]);
            }
        }

        return sum;
    }
}
