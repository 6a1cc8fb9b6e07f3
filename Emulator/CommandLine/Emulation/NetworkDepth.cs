using Ganglion.ChipSpec.Image;
using Ganglion.Compiler.Networks;

namespace Ganglion.CommandLine.Emulation;

/// <summary>How long a spike of a source can take effect, in timesteps.</summary>
internal static class NetworkDepth
{
    /// <summary>The longest path through a network, every projection at most once around a loop; at least 1.</summary>
    /// <param name="network">The network.</param>
    public static long Of(Network network)
    {
        Dictionary<string, long> reached = network.Populations.ToDictionary(population => population.Name, _ => 0L, StringComparer.Ordinal);
        int rounds = network.Populations.Count(population => population is NeuronPopulation);
        for (int round = 0; round < rounds; round++)
        {
            var before = new Dictionary<string, long>(reached, StringComparer.Ordinal);
            foreach (Projection projection in network.Projections)
            {
                long delay = Math.Max(1, projection.Connectivity.Delays.Max);
                reached[projection.Target] = Math.Max(reached[projection.Target], before[projection.Source] + delay);
            }
        }

        return Math.Max(1, reached.Values.DefaultIfEmpty(0).Max());
    }

    /// <summary>An upper bound for a chip image, which no longer knows projections.</summary>
    /// <param name="image">The image.</param>
    public static long Of(ChipImage image) =>
        (long)Math.Max(1, image.Populations.Count(population => !population.IsSource))
        * image.Cores.Select(core => core.Synapses.DelaySlots / core.Synapses.Receptors).DefaultIfEmpty(1).Max();
}
