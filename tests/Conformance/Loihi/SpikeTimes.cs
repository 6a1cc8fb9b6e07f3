using Ganglion.Compiler.Networks;

namespace Ganglion.Conformance.Tests.Loihi;

/// <summary>Sources that fire as a vector says.</summary>
internal static class SpikeTimes
{
    /// <summary>A source from spikes in any order.</summary>
    public static ListSource Source(IEnumerable<(long Timestep, int Neuron)> spikes)
    {
        (long Timestep, int Neuron)[] sorted = [.. spikes.Order()];
        return new ListSource([.. sorted.Select(spike => spike.Timestep)], [.. sorted.Select(spike => spike.Neuron)]);
    }

    /// <summary>A source from a table of 0 and 1.</summary>
    /// <param name="table"><c>[row][neuron]</c>.</param>
    /// <param name="firstTimestep">Timestep of the first row.</param>
    public static ListSource Source(int[][] table, int firstTimestep) => Source(
        from row in Enumerable.Range(0, table.Length)
        from neuron in Enumerable.Range(0, table[row].Length)
        from _ in Enumerable.Range(0, table[row][neuron])
        select ((long)(row + firstTimestep), neuron));
}
