using Ganglion.Compiler.Import.Nir;
using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Export;

/// <summary>Which delays of one timestep a file need not hold, because every reader gives them to the connections that close a cycle.</summary>
internal static class NirClosingDelays
{
    /// <summary>The pairs of populations between which a delay of one timestep is left out.</summary>
    /// <param name="network">The network.</param>
    /// <param name="delays">Smallest delay of each projection, by name.</param>
    public static HashSet<(string Source, string Target)> Find(Network network, IReadOnlyDictionary<string, int> delays)
    {
        string[] names = [.. network.Populations.Select(p => p.Name)];
        Dictionary<string, int> index = Enumerable.Range(0, names.Length).ToDictionary(i => names[i], StringComparer.Ordinal);
        int[] populations = [.. Enumerable.Range(0, names.Length).OrderBy(i => network.Populations[i] is SourcePopulation ? 0 : 1).ThenBy(i => names[i], StringComparer.Ordinal)];
        (int, int) Pair(Projection p) => (index[p.Source], index[p.Target]);
        (int, int)[] immediate = [.. network.Projections.Where(p => delays[p.Name] == 0).Select(Pair)];
        (int, int)[] late = [.. network.Projections.Where(p => delays[p.Name] == 1).Select(Pair).Except(immediate)];
        HashSet<(int, int)> closing = NirRecurrence.Resolve(names, populations, immediate.Concat(late)).Closing;
        (int, int)[] left = [.. late.Where(closing.Contains)];

        // Those that stay change the order in which a reader searches, so it is asked again.
        HashSet<(int, int)> found = NirRecurrence.Resolve(names, populations, immediate.Concat(left)).Closing;
        return found.SetEquals(left) ? [.. left.Select(pair => (names[pair.Item1], names[pair.Item2]))] : [];
    }
}
