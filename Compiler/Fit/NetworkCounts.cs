using Ganglion.Compiler.Networks;

namespace Ganglion.Compiler.Fit;

/// <summary>How many synapses a network has, projection by projection.</summary>
internal sealed class NetworkCounts
{
    private NetworkCounts(Network network, ProjectionCounts[] projections)
    {
        Network = network;
        Projections = projections;
        Dictionary<string, int> index = network.Populations.Select((p, i) => (p.Name, i)).ToDictionary(StringComparer.Ordinal);
        SourceOf = [.. network.Projections.Select(p => index[p.Source])];
        TargetOf = [.. network.Projections.Select(p => index[p.Target])];
    }

    /// <summary>The network.</summary>
    public Network Network { get; }

    /// <summary>Counts of every projection.</summary>
    public ProjectionCounts[] Projections { get; }

    /// <summary>Index of the source population of every projection.</summary>
    public int[] SourceOf { get; }

    /// <summary>Index of the target population of every projection.</summary>
    public int[] TargetOf { get; }

    /// <summary>Synapses in all; an estimate unless <see cref="IsExact"/>.</summary>
    public double Synapses => Projections.Sum(p => p.Synapses);

    /// <summary>Whether every projection was counted.</summary>
    public bool IsExact => Projections.All(p => p.IsExact);

    /// <summary>Counts a network whose description is sound.</summary>
    /// <param name="network">The network.</param>
    /// <param name="mergesSynapses">Whether the chip joins synapses that share source, target and delay, and leaves out those that come to 0.</param>
    /// <param name="counter">Counts projections, or remembers them.</param>
    public static NetworkCounts Of(Network network, bool mergesSynapses, ProjectionCounter counter)
    {
        var counts = new ProjectionCounts[network.Projections.Count];
        for (int p = 0; p < counts.Length; p++)
        {
            Projection projection = network.Projections[p];
            counts[p] = counter.Count(
                projection, network[projection.Source], network[projection.Target], mergesSynapses && projection.Unit is PhysicalWeights);
        }

        return new NetworkCounts(network, counts);
    }

    /// <summary>Projections that begin at a population.</summary>
    public IEnumerable<int> Leaving(int population) => Enumerable.Range(0, SourceOf.Length).Where(p => SourceOf[p] == population);

    /// <summary>Projections that end at a population.</summary>
    public IEnumerable<int> Reaching(int population) => Enumerable.Range(0, TargetOf.Length).Where(p => TargetOf[p] == population);
}
